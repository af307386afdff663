/* ledger.c (L2) - ledgers and their custom fields. */
#include "name.h"
#include "post.h"

#include <string.h>

int tl_ledger_add(tl_book *book, const tl_ledger_spec *spec, int64_t *ledger)
{
    tl_ledger_spec given = TL_LEDGER_SPEC_INIT;
    if (tl__take(book, &given, sizeof given, spec) != TL_OK)
        return TL_EMISUSE;
    tl__new_entry entry = { .action = "add_ledger",
        .code = given.code,
        .title = given.title,
        .kind = given.template_name,
        .workflow = given.workflow,
        .source = given.source,
        .request = given.request };
    int result = tl__post_one(book, &entry, ledger);
    if (result == TL_EEXISTS)
        tl__error_prefix(&book->error, "%s: ", given.code);
    if (strcmp(book->error.rule, "ledger.template") == 0)
        return tl__fail_template(book, given.template_name);
    if (strcmp(book->error.rule, "ledger.workflow") == 0 && given.workflow != NULL)
        return tl__fail_workflow(book, given.workflow);
    return result;
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

int tl_field_add(tl_book *book, int64_t ledger, const tl_field_spec *spec)
{
    tl_field_spec given = TL_FIELD_SPEC_INIT;
    if (tl__take(book, &given, sizeof given, spec) != TL_OK)
        return TL_EMISUSE;
    tl__new_entry entry = { .action = "add_field",
        .ledger = ledger,
        .field = given.code,
        .title = given.title,
        .kind = given.type != NULL ? given.type : "text",
        .detail = given.choices,
        .required = given.required != 0 };
    return tl__post_one(book, &entry, NULL);
}
