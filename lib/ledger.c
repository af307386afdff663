/* ledger.c (L2) - ledgers and their custom fields. */
#include "ledger.h"
#include "name.h"

#include <string.h>

/* Which code is taken; which names there are in place of one that is unknown. */
static int ledger_words(tl_book *book, const tl_ledger_spec *spec, int result)
{
    if (result == TL_EEXISTS)
        tl__error_prefix(&book->error, "%s: ", spec->code);
    if (strcmp(book->error.rule, "ledger.template") == 0)
        return tl__fail_template(book, spec->template_name);
    if (strcmp(book->error.rule, "ledger.workflow") == 0 && spec->workflow != NULL)
        return tl__fail_workflow(book, spec->workflow);
    return result;
}

static tl__new_entry ledger_entry(const tl_ledger_spec *spec)
{
    return (tl__new_entry) { .action = "add_ledger",
        .code = spec->code,
        .title = spec->title,
        .kind = spec->template_name,
        .workflow = spec->workflow,
        .source = spec->source,
        .request = spec->request };
}

int tl__ledger_post(tl_book *book, const tl_ledger_spec *spec, int64_t *ledger)
{
    tl__new_entry entry = ledger_entry(spec);
    return ledger_words(book, spec, tl__post_new(book, &entry, ledger));
}

int tl_ledger_add(tl_book *book, const tl_ledger_spec *spec, int64_t *ledger)
{
    tl_ledger_spec given = TL_LEDGER_SPEC_INIT;
    if (tl__take(book, &given, sizeof given, spec) != TL_OK)
        return TL_EMISUSE;
    tl__new_entry entry = ledger_entry(&given);
    return ledger_words(book, &given, tl__post_one(book, &entry, ledger));
}

int tl_ledger_amend(tl_book *book, int64_t ledger, const char *name, const char *content)
{
    tl__enter(book);
    const char *kept = content != NULL && *content != '\0' ? content : NULL;
    tl__new_entry entry = { .action = "amend_ledger", .ledger = ledger, .field = name, .content = kept };
    int result = tl__post_one(book, &entry, NULL);
    if (result == TL_EINVAL && content != NULL)
        tl__error_suffix(&book->error, " (%s: '%.100s')", name, content);
    return result;
}

static tl__new_entry field_entry(int64_t ledger, const tl_field_spec *spec)
{
    return (tl__new_entry) { .action = "add_field",
        .ledger = ledger,
        .field = spec->code,
        .title = spec->title,
        .kind = spec->type != NULL ? spec->type : "text",
        .detail = spec->choices,
        .required = spec->required != 0 };
}

int tl__field_post(tl_book *book, int64_t ledger, const tl_field_spec *spec, const char *request)
{
    tl__new_entry entry = field_entry(ledger, spec);
    entry.request = request;
    return tl__post_new(book, &entry, NULL);
}

int tl_field_add(tl_book *book, int64_t ledger, const tl_field_spec *spec)
{
    tl_field_spec given = TL_FIELD_SPEC_INIT;
    if (tl__take(book, &given, sizeof given, spec) != TL_OK)
        return TL_EMISUSE;
    tl__new_entry entry = field_entry(ledger, &given);
    return tl__post_one(book, &entry, NULL);
}
