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

/* What is known of a policy. */
typedef struct policy {
    int low, high, optional;
} policy;

/* 1 if there is such a policy, 0, or an error. */
static int read_policy(tl_book *book, const char *name, policy *known)
{
    sqlite3_stmt *statement = tl__statement(book, TL__POLICY_BY_NAME);
    if (statement == NULL)
        return book->error.result;
    int result = tl__bind_text(book, statement, 1, "the name of a policy", name);
    if (result == TL_OK)
        result = tl__step(book, statement);
    if (result == TL_ROW)
        *known = (policy) { sqlite3_column_int(statement, 0), sqlite3_column_int(statement, 1), sqlite3_column_int(statement, 2) };
    tl__done(statement);
    return result < 0 ? result : result == TL_ROW;
}

int tl__policy_known(tl_book *book, const char *name)
{
    policy known;
    int there = read_policy(book, name, &known);
    return there != 0 ? there : tl__fail_policy(book, name);
}

/* 1 if it is anything that can be amended of a ledger, 0, or an error. */
static int is_amendable(tl_book *book, const char *name)
{
    sqlite3_stmt *statement = tl__statement(book, TL__AMENDABLE);
    if (statement == NULL)
        return book->error.result;
    int result = tl__bind_text(book, statement, 1, "the name of a policy", name);
    if (result == TL_OK)
        result = tl__step(book, statement);
    tl__done(statement);
    return result < 0 ? result : result == TL_ROW;
}

/* In place of the refusal that is there: what the policy takes. */
static int fail_range(tl_book *book, const char *name, const policy *known, const char *content)
{
    const char *nothing = known->optional ? tl__said(&book->error, ", or nothing") : "";
    tl__error_clear(&book->error);
    if (content == NULL)
        return tl__error_set(
            &book->error, TL_EINVAL, "ledger.amend", "%s can't be empty; it takes a whole number from %d to %d", name, known->low, known->high);
    return tl__error_set(
        &book->error, TL_EINVAL, "ledger.amend", "%s takes a whole number from %d to %d%s, not '%.100s'", name, known->low, known->high, nothing, content);
}

/* Says of a refusal what can be set, or what the policy takes. */
static int amend_words(tl_book *book, const char *name, const char *content)
{
    policy known;
    const tl__error refused = book->error;
    if (strcmp(refused.rule, "ledger.no_room") == 0)
        return tl__error_prefix(&book->error, "%s: ", name);
    if (strcmp(refused.rule, "ledger.amend") != 0 || name == NULL)
        return refused.result;
    tl__error_clear(&book->error);
    int there = read_policy(book, name, &known);
    if (there < 0)
        return there;
    if (there > 0)
        return fail_range(book, name, &known, content);
    int text = is_amendable(book, name);
    if (text < 0)
        return text;
    book->error = refused;
    return text ? tl__error_suffix(&book->error, " (%s: '%.100s')", name, content == NULL ? "" : content) : tl__fail_amendable(book, name);
}

static tl__new_entry amend_entry(int64_t ledger, const char *name, const char *content)
{
    const char *kept = content != NULL && *content != '\0' ? content : NULL;
    return (tl__new_entry) { .action = "amend_ledger", .ledger = ledger, .field = name, .content = kept };
}

int tl__ledger_amend_post(tl_book *book, int64_t ledger, const char *name, const char *content, const char *request)
{
    tl__new_entry entry = amend_entry(ledger, name, content);
    entry.request = request;
    int result = tl__post_new(book, &entry, NULL);
    return result == TL_EINVAL ? amend_words(book, name, entry.content) : result;
}

int tl_ledger_amend(tl_book *book, int64_t ledger, const char *name, const char *content)
{
    tl__enter(book);
    tl__new_entry entry = amend_entry(ledger, name, content);
    int result = tl__post_one(book, &entry, NULL);
    return result == TL_EINVAL ? amend_words(book, name, entry.content) : result;
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
