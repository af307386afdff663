/* ics.c - reads a calendar with libical, which knows RFC 5545 and not us: prints a line for each task, and tells what it refuses. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static char *next_line(char *into, size_t size, void *file)
{
    return fgets(into, (int)size, file);
}

/* Errors that the parser left in the tree as properties. */
static int errors_in(icalcomponent *component)
{
    return icalcomponent_count_errors(component);
}

static void print_task(icalcomponent *task)
{
    struct icaltimetype due = icalcomponent_get_due(task);
    icalproperty *percent = icalcomponent_get_first_property(task, ICAL_PERCENTCOMPLETE_PROPERTY);
    icalcomponent *alarm = icalcomponent_get_first_component(task, ICAL_VALARM_COMPONENT);
    icalproperty *trigger = alarm == NULL ? NULL : icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY);
    char *before = trigger == NULL ? NULL : icaldurationtype_as_ical_string_r(icalproperty_get_trigger(trigger).duration);
    printf("%s|%s|", icalcomponent_get_uid(task), icalcomponent_get_summary(task));
    if (!icaltime_is_null_time(due))
        printf("%04d-%02d-%02d%s", due.year, due.month, due.day, due.is_date ? "" : " and a time");
    printf("|%s|", icalenum_status_to_string(icalcomponent_get_status(task)));
    if (percent != NULL)
        printf("%d", icalproperty_get_percentcomplete(percent));
    printf("|%s\n", before == NULL ? "" : before);
    free(before);
}

int main(int argc, char **argv)
{
    FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;
    if (file == NULL) {
        fprintf(stderr, "usage: ics FILE\n");
        return 2;
    }
    icalparser *parser = icalparser_new();
    icalparser_set_gen_data(parser, file);
    icalcomponent *calendar = icalparser_parse(parser, next_line);
    int wrong = calendar == NULL || errors_in(calendar) > 0 || !icalrestriction_check(calendar);
    if (calendar != NULL && wrong)
        fprintf(stderr, "%s", icalcomponent_as_ical_string(calendar));
    for (icalcomponent *task = calendar == NULL ? NULL : icalcomponent_get_first_component(calendar, ICAL_VTODO_COMPONENT); task != NULL;
         task = icalcomponent_get_next_component(calendar, ICAL_VTODO_COMPONENT))
        print_task(task);
    if (calendar != NULL)
        icalcomponent_free(calendar);
    icalparser_free(parser);
    fclose(file);
    return wrong;
}
