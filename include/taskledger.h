/* taskledger.h - the whole public contract of libtaskledger, an embedded, SQLite-backed task ledger.
 *
 * Post to the journal; the ledger follows. A book (one SQLite file) holds ledgers, a ledger holds items, and nothing about an item
 * changes except by an entry in an append-only journal. The rules are SQL inside the file and hold for every writer; this library
 * gives them types, words, speed, and what SQL can't do: digests, files, checks of the whole.
 *
 * Conventions
 *   Results     int: TL_OK (0); TL_ROW, TL_DONE above; errors below. A success means committed, and durable in the default mode (inside
 *               tl_begin … tl_commit: when the outermost tl_commit succeeds). A failed call changes nothing.
 *   Words       tl_errmsg(book) says what was wrong, with what, and what to do; tl_errrule(book) names the rule broken.
 *   Text        UTF-8, NUL-terminated. NULL: not given. Text that is empty or not UTF-8 is refused (TL_EINVAL, the column named).
 *   Dates       "2023-06-30"; a due date in words, too: 6月底前 (tl_due_parse). Times: UTC, "2023-06-30T08:15:00.000Z". Decimals: text, "66.5".
 *               Lengths are counted in characters.
 *   Ids         int64_t, above 0; 0 is "none". The id of a thing is the sequence number of the entry that founded it.
 *   Memory      What you open you close. What is called a copy is yours: tl_free() it. Every other pointer is borrowed; its end is stated.
 *               All of it comes from sqlite3_malloc64(): an allocator that you give SQLite before the first tl_open, by
 *               sqlite3_config(SQLITE_CONFIG_MALLOC, ...), serves this library and libcsv, too. Only jansson, while JSON is read or made,
 *               libxlsxwriter, while a workbook is, and the C library itself use malloc().
 *   Structs     you allocate start with size: use the _INIT macro, then set what you need. 0 is the default of every member.
 *   Pointers    May be NULL only where it says so; a struct that is NULL is TL_EMISUSE.
 *   Threads     One handle, one thread at a time. Handles share nothing: a thread opens one of its own, of the same book if it likes. SQLite must be
 *               built for threads (SQLITE_THREADSAFE 1 or 2, as it usually is).
 *   Processes   Any number use a book at once. No handle goes through fork(): a child opens its own, and leaves its parent's alone, unclosed.
 * The library never prints, exits, aborts, or keeps global state. */
#ifndef TASKLEDGER_H
#define TASKLEDGER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define TL_API __attribute__((visibility("default")))
#else
#define TL_API
#endif

/* ---------------------------------------------------------------------------------------------------------------- version and results */

#define TL_VERSION 100 /* major * 10000 + minor * 100 + patch */
#define TL_VERSION_TEXT "0.1.0"
#define TL_FORMAT 1003 /* of the books it makes: major * 1000 + minor; any minor of its major is used, older ones are migrated */

/* The version of the library that runs, as TL_VERSION; may differ from the header's. */
TL_API int tl_version(void);

/* Every result: name, number, what it means. */
#define TL_RESULT_MAP(X)                                                          \
    X(TL_OK, 0, "done")                                                           \
    X(TL_ROW, 1, "a row is there")                                                \
    X(TL_DONE, 2, "no more rows")                                                 \
    X(TL_ENOMEM, -1, "out of memory")                                             \
    X(TL_EMISUSE, -2, "the call is not possible here")                            \
    X(TL_EINVAL, -3, "a malformed value, or a word that is not known")            \
    X(TL_ENOTFOUND, -4, "no such unit, ledger, item or file")                     \
    X(TL_EEXISTS, -5, "it exists already")                                        \
    X(TL_ERULE, -6, "refused by a rule of the book")                              \
    X(TL_ECONFLICT, -7, "changed by somebody else meanwhile")                     \
    X(TL_EBUSY, -8, "another program is writing; try again")                      \
    X(TL_EREADONLY, -9, "the book is open for reading only, or can't be written") \
    X(TL_ESCHEMA, -10, "not a book, or one of a newer format")                    \
    X(TL_ECORRUPT, -11, "the book is damaged, or was changed around its rules")   \
    X(TL_ECHAIN, -12, "the digest chain does not hold")                           \
    X(TL_EIO, -13, "the system failed to read or write")                          \
    X(TL_ESTOP, -14, "stopped by the caller")

enum tl_result {
#define TL_RESULT_ENUM(name, number, text) name = number,
    TL_RESULT_MAP(TL_RESULT_ENUM)
#undef TL_RESULT_ENUM
};

/* The name ("TL_ERULE") and the meaning ("refused by a rule of the book") of a result; of an unknown one "?". Never NULL, lives for ever. */
TL_API const char *tl_result_name(int result);
TL_API const char *tl_result_text(int result);

/* Frees a copy that the library gave. NULL is allowed. */
TL_API void tl_free(void *copy);

/* The one of count names nearest to word (by edit distance, at most a third of the longer one's length away), or NULL.
 * Borrowed from names. For "did you mean". */
TL_API const char *tl_nearest(const char *word, const char *const *names, size_t count);

/* ------------------------------------------------------------------------------------------------------------------------------- book */

typedef struct tl_book tl_book;     /* an open book */
typedef struct tl_cursor tl_cursor; /* rows being read from one */

#define TL_OPEN_CREATE 0x01u      /* make the book where there is no file (an empty file counts as none) */
#define TL_OPEN_NEW 0x02u         /* make it, and refuse an existing file, even an empty one: TL_EEXISTS */
#define TL_OPEN_READONLY 0x04u    /* write nothing, migrate nothing */
#define TL_OPEN_NOMIGRATE 0x08u   /* refuse a book of an older format (TL_ESCHEMA) instead of bringing it up to this one */
#define TL_OPEN_GIVEN_CLOCK 0x10u /* a new book takes the time of its entries from the caller: from clock, else from today */

typedef struct tl_open_options {
    size_t size;
    unsigned flags;         /* TL_OPEN_…; 0: open an existing book for reading and writing, migrating an older one */
    int busy_ms;            /* how long to wait for another writer, in milliseconds; 0: 10,000; below 0: not at all */
    const char *actor;      /* who makes the entries; may be set later. Copied */
    const char *lang;       /* "en" (0) or "zh": of messages, labels and headings */
    const char *today;      /* "2023-06-30": the day it is, for everything derived from dates; NULL: by the clock */
    int64_t (*clock)(void *clock_arg); /* the time in milliseconds since 1970, UTC; NULL: the system's. Not for entries of a real-clock book */
    void *clock_arg;
    const char *title;      /* of a new book */
    const char *utc_offset; /* of a new book, "+08:00"; NULL: the machine's */
    const char *uid;        /* of a new book, 32 hex digits; NULL: random. For runs that must repeat byte for byte */
    int durability;         /* TL_FULL (0) or TL_NORMAL */
    int (*progress)(void *progress_arg); /* called now and then during long calls; anything but 0 stops the call: TL_ESTOP, nothing changed.
                                          * It must not use the handle */
    void *progress_arg;
    void (*log)(void *log_arg, int result, const char *message); /* told of each failure as it is found, and of warnings (result TL_OK) */
    void *log_arg;
} tl_open_options;
#define TL_OPEN_OPTIONS_INIT { sizeof(tl_open_options), 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL }

/* What a success is worth when the power fails. TL_FULL: the entry is there. TL_NORMAL, several times faster for single posts: the book is whole
 * and its rules hold, but the last posts before the power cut may be gone. When only the program is killed, nothing is lost in either. */
#define TL_FULL 0
#define TL_NORMAL 1

/* Opens the book in the file path. *book is a handle even when opening fails, unless memory is out (NULL then): read its words, close it.
 * options may be NULL. A new book is made in WAL mode with full durability, on a network or synchronised folder in rollback mode;
 * the mode of an existing file is left as it is (but never WAL on such a folder). See tl_warning().
 * In WAL mode a writing handle keeps the -wal file below 64 MB, as long as no cursor or other reader stays open and no single transaction is larger;
 * for that a commit may wait for readers, 50 ms at most (half a second once it has 32 MB), and never fails.
 * With TL_OPEN_READONLY a book of an older minor format is read as it is: opening replays its journal into a private temporary database, which takes
 * a while for a long one, and the handle shows the book as it was then; tl_changed, tl_verify and tl_backup are about the file. A journal that
 * can't be replayed: TL_ECORRUPT.
 * TL_OK · TL_ENOTFOUND no such file, and no TL_OPEN_CREATE · TL_EEXISTS · TL_ESCHEMA not a book, a newer format, or an older one that may not
 * be migrated · TL_ECORRUPT · TL_EBUSY · TL_EREADONLY · TL_EINVAL a malformed option · TL_EIO · TL_ENOMEM. A file that is refused is untouched. */
TL_API int tl_open(const char *path, const tl_open_options *options, tl_book **book);

/* Closes its cursors, rolls back what is not committed, closes the book. NULL is allowed. */
TL_API void tl_close(tl_book *book);

/* The words of the last failed call on this handle ("" after a success): one line, no line break. Borrowed until the next call on the handle. */
TL_API const char *tl_errmsg(const tl_book *book);
/* The rule broken by the last failed call ("item.second_party"), or "". Borrowed as above. */
TL_API const char *tl_errrule(const tl_book *book);

/* What was found out at opening that the user should know: the book lies on a network or synchronised folder. "" if nothing.
 * Borrowed until the book is closed. */
TL_API const char *tl_warning(const tl_book *book);

/* Later settings of a handle; the texts are copied. TL_OK · TL_EINVAL malformed · TL_ENOMEM. */
TL_API int tl_set_actor(tl_book *book, const char *actor);
TL_API int tl_set_lang(tl_book *book, const char *lang);
TL_API int tl_set_today(tl_book *book, const char *day); /* NULL: by the clock again */

typedef struct tl_info {
    size_t size;
    const char *uid, *title, *utc_offset, *path; /* borrowed until the book is closed */
    const char *today;                           /* the day it is for this handle; borrowed until the next call */
    const char *journal_mode;                    /* "wal", "delete" … */
    int given_clock, read_only, format;
    int64_t units, ledgers, items, entries, sealed; /* counts; sealed: the newest sealed entry */
} tl_info;
#define TL_INFO_INIT { sizeof(tl_info), NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0 }
/* TL_OK or the error of reading. */
TL_API int tl_book_info(tl_book *book, tl_info *info);

/* Whether another handle, of this program or of any other, has committed since the last call: for a program that is to be told of new entries, or
 * that keeps what it has read. *changed becomes 1 if so, and at the first call; else 0. What this handle itself posts does not count. Cheap enough to
 * ask often: nothing of the journal is read. After a 1 read on with tl_entries behind the last seq seen; rarely there is nothing new (the file was
 * only tidied up). From a cursor's first row to its TL_DONE or closing, a handle sees the book of one moment: what is committed meanwhile is told
 * afterwards. A book of an older format that is open for reading only is to be opened anew after a 1.
 * TL_OK · TL_EMISUSE a pointer is NULL, or the book is not open · TL_EBUSY, TL_EIO …: nothing is lost, the next call tells it. */
TL_API int tl_changed(tl_book *book, int *changed);

/* Transactions nest. The outermost tl_begin takes the write lock and waits for it; inner ones can be rolled back on their own; only the
 * outermost tl_commit makes anything durable. The entries of a transaction are sealed in it. After an error other than TL_ERULE, TL_EINVAL,
 * TL_EEXISTS, TL_ENOTFOUND or TL_ECONFLICT roll back.
 * TL_OK · TL_EMISUSE no transaction to end, or it was undone by an I/O error · TL_EBUSY · TL_EREADONLY · TL_EIO … */
TL_API int tl_begin(tl_book *book);
TL_API int tl_commit(tl_book *book);
TL_API int tl_rollback(tl_book *book);

/* The book as it was at the end of day: its journal up to then replayed into a temporary book, to be read like any other and closed
 * with tl_close. *past is a handle of its own, read-only, whose today is day. TL_OK · TL_EINVAL no day · TL_ENOTFOUND the book was not
 * founded yet · TL_ECORRUPT the journal breaks its rules. */
TL_API int tl_book_as_of(tl_book *book, const char *day, tl_book **past);

/* -------------------------------------------------------------------------------------------------------------------- units and ledgers */

typedef struct tl_unit_spec {
    size_t size;
    const char *code;    /* the short name that people type: 1 to 60 characters, no / and no comma; unique */
    const char *name;    /* the full name */
    const char *kind;    /* in the book's own words: department, subdistrict, group … or NULL */
    int64_t parent;      /* the unit above, or 0 */
    const char *request; /* see tl_posting */
} tl_unit_spec;
#define TL_UNIT_SPEC_INIT { sizeof(tl_unit_spec), NULL, NULL, NULL, 0, NULL }

/* Adds a unit; *unit (may be NULL) gets its id. TL_OK · TL_EEXISTS the code is taken · TL_EINVAL · TL_ERULE · as tl_post. */
TL_API int tl_unit_add(tl_book *book, const tl_unit_spec *spec, int64_t *unit);
TL_API int tl_unit_rename(tl_book *book, int64_t unit, const char *name);
/* Retires a unit: it takes no new assignments. TL_ERULE while it is assigned to open items (unit.has_duties). */
TL_API int tl_unit_retire(tl_book *book, int64_t unit);
/* Puts a person into a post (任职); officer NULL: nobody holds it now. The duties stay with the post: nothing changes on its items, but whom to ask.
 * note: the reason, or NULL. TL_OK · TL_ERULE the officer holds it already (unit.holder), or the unit is retired (unit.retired) · TL_EINVAL malformed ·
 * TL_ENOTFOUND no such unit (unit.id) · as tl_post. */
TL_API int tl_unit_appoint(tl_book *book, int64_t unit, const char *officer, const char *note);
/* Who held a post, in order of time: rows of unit_holder: unit (code), officer (NULL: vacant), since, until (NULL: now), note, entry. unit 0: all posts. */
TL_API int tl_unit_holders(tl_book *book, int64_t unit, tl_cursor **cursor);
/* Finds a unit by its code, or by its name where that is unique. TL_OK · TL_ENOTFOUND (the words name the nearest one) · TL_EINVAL ambiguous. */
TL_API int tl_unit_find(tl_book *book, const char *name, int64_t *unit);
/* Rows of unit, by id: id, code, name, kind, parent (code), retired, holder. */
TL_API int tl_units(tl_book *book, tl_cursor **cursor);

typedef struct tl_ledger_spec {
    size_t size;
    const char *code;          /* the first part of a REF; 1 to 60 characters, no / and no comma; unique */
    const char *title;
    const char *template_name; /* "tasks", "dossiers", "hazards" … (see tl_templates), or NULL with a workflow */
    const char *workflow;      /* "simple", "standard", "supervised", "noticed", "counting" or one of your own; NULL: the template's */
    const char *source;        /* the source document, or NULL */
    const char *request;
} tl_ledger_spec;
#define TL_LEDGER_SPEC_INIT { sizeof(tl_ledger_spec), NULL, NULL, NULL, NULL, NULL, NULL }

/* Adds a ledger. TL_OK · TL_EEXISTS the code is taken · TL_EINVAL unknown template or workflow · as tl_post. */
TL_API int tl_ledger_add(tl_book *book, const tl_ledger_spec *spec, int64_t *ledger);
/* Changes one thing of a ledger: title, source, catalogue, edition, or a policy (see tl_policies). content as text; NULL or "" empties what may be
 * empty. catalogue is a kind of unit (tl_unit_spec.kind): from then on such units are asked only for what stands in a ledger that is their
 * catalogue; edition says which version of it this is (2023年版).
 * TL_OK · TL_EINVAL no such name (the words tell the nearest) or not within its range (they tell it): ledger.amend; not for this workflow: ledger.no_room ·
 * TL_ENOTFOUND the ledger · as tl_post. */
TL_API int tl_ledger_amend(tl_book *book, int64_t ledger, const char *name, const char *content);
/* Finds a ledger by its code. TL_OK · TL_ENOTFOUND (the words name the nearest one). */
TL_API int tl_ledger_find(tl_book *book, const char *code, int64_t *ledger);
/* Rows of ledger, by id: id, code, title, workflow, template, source, evidence, second_party, blue_days, yellow_days, lag_points, last_no, all_sign,
 * children, extensions, late_extension, notice_days, term, term_working, report_days, red_days, yellow_returns, red_returns, year, catalogue, edition,
 * late_points, return_points, reopen_points, urge_points, extension_points. */
TL_API int tl_ledgers(tl_book *book, tl_cursor **cursor);
/* Rows of template, the ready-made kinds of ledger, by name: name, title (in the handle's language), workflow, field_count, policy (what its
 * ledgers start with beside what the workflow says, "extensions=1 report_days=7"; NULL: nothing). Policies go with the template's own workflow only. */
TL_API int tl_templates(tl_book *book, tl_cursor **cursor);
/* The fields a template's ledgers start with, in order: code, title, type, required, choices. TL_OK · TL_ENOTFOUND (the words name the nearest one). */
TL_API int tl_template_fields(tl_book *book, const char *name, tl_cursor **cursor);

typedef struct tl_field_spec {
    size_t size;
    const char *code;    /* a-z, 0-9, _ */
    const char *title;   /* the heading */
    const char *type;    /* "text", "integer", "number", "date", "choice", "unit" */
    const char *choices; /* of type choice: with commas between */
    int required;        /* 1: must be filled in before dispatch (workflow simple: before close) */
} tl_field_spec;
#define TL_FIELD_SPEC_INIT { sizeof(tl_field_spec), NULL, NULL, NULL, NULL, 0 }
/* Gives a ledger's items one more field. */
TL_API int tl_field_add(tl_book *book, int64_t ledger, const tl_field_spec *spec);
/* Rows of field of one ledger: code, title, type, required, choices. */
TL_API int tl_fields(tl_book *book, int64_t ledger, tl_cursor **cursor);

/* ----------------------------------------------------------------------------------------------------------------- the one table (一张表) */

typedef struct tl_datum_spec {
    size_t size;
    const char *code;    /* a-z, 0-9, _ */
    const char *title;   /* the heading */
    const char *type;    /* "text", "integer", "number", "date", "choice", "unit"; NULL: "choice" with choices, else "text" */
    const char *choices; /* of type choice: with commas between */
    const char *source;  /* the document that asks for it, or NULL */
    const char *request; /* see tl_posting */
} tl_datum_spec;
#define TL_DATUM_SPEC_INIT { sizeof(tl_datum_spec), NULL, NULL, NULL, NULL, NULL, NULL }
/* Adds a datum (数据项) to the book's dictionary: what units fill in once for each period, whichever ledgers ask for it. *seq (may be NULL) gets the
 * number of its entry. TL_OK · TL_EEXISTS the code is taken (datum.code_taken) · TL_EINVAL datum.code, datum.type, datum.choices · as tl_post. */
TL_API int tl_datum_add(tl_book *book, const tl_datum_spec *spec, int64_t *seq);
/* Lists a datum, by code or title, in a ledger: its form shows the one value from then on.
 * TL_OK · TL_EEXISTS it is listed there (datum.listed) · TL_ENOTFOUND no such datum (the words name the nearest one) or ledger · as tl_post. */
TL_API int tl_datum_use(tl_book *book, int64_t ledger, const char *datum);

typedef struct tl_filling {
    size_t size;
    int64_t unit;        /* whose value it is */
    const char *datum;   /* by code or title */
    const char *period;  /* 2023, 2023-Q1, 2023-06 or 2023-06-30 */
    const char *value;   /* of the datum's type; figures and days in full-width forms, too, a unit by code or name */
    const char *note;    /* tl_correct: the reason; tl_fill: a remark or NULL */
    const char *request; /* see tl_posting */
} tl_filling;
#define TL_FILLING_INIT { sizeof(tl_filling), 0, NULL, NULL, NULL, NULL, NULL }
/* Fills a datum in, once for a unit and a period. *seq (may be NULL) gets the number of the entry.
 * TL_OK · TL_EEXISTS datum.filled: it was filled in; the words say by whom, when, and what it is now (tl_correct puts it right) ·
 * TL_ERULE datum.off_catalogue: no catalogue of the unit lists it, the words name the catalogue and its edition; unit.retired · TL_EINVAL entry.period,
 * datum.period, datum.value, value.type: not of its type · TL_ENOTFOUND no such datum (the words name the nearest one) or unit · as tl_post. */
TL_API int tl_fill(tl_book *book, const tl_filling *filling, int64_t *seq);
/* Corrects what was filled in; note is the reason. What it was stays in the journal.
 * TL_OK · TL_ENOTFOUND datum.unfilled: there is nothing to correct · TL_EINVAL datum.same: it is that already; entry.note: no reason; as tl_fill · as tl_post. */
TL_API int tl_correct(tl_book *book, const tl_filling *filling, int64_t *seq);
/* The dictionary: code, title, type, choices, source, listed_in (codes of ledgers with ", " between). */
TL_API int tl_data(tl_book *book, tl_cursor **cursor);
/* The form of a ledger: rows of the view ledger_form, by period, unit and the ledger's order; period NULL: all. A value of NULL is still to be filled in.
 * ledger 0: all. TL_OK · TL_EINVAL that is no period · TL_ENOTFOUND no such ledger. */
TL_API int tl_form(tl_book *book, int64_t ledger, const char *period, tl_cursor **cursor);

/* -------------------------------------------------------------------------------------------------- workflows of one's own, definitions */

typedef struct tl_move_spec {
    const char *action;     /* "report", "request_close" …: an action of items */
    const char *from_state; /* "in_progress" … */
    const char *to_state;   /* NULL: back to where it was suspended from (resume) */
    const char *by;         /* NULL the supervising side; "line" any assigned unit, for itself; "lead"; "lead_moves" any, but only the lead moves the item */
    int needs_note;         /* 1: a text is required */
} tl_move_spec;

typedef struct tl_workflow_spec {
    size_t size;
    const char *name;  /* a-z, 0-9, _; a letter first */
    const char *title; /* what people call it */
    const tl_move_spec *moves;
    size_t move_count;
    const char *request; /* see tl_posting */
} tl_workflow_spec;
#define TL_WORKFLOW_SPEC_INIT { sizeof(tl_workflow_spec), NULL, NULL, NULL, 0, NULL }

/* Adds a workflow; it can't be changed or taken away afterwards. *seq (may be NULL) gets the number of its entry.
 * TL_OK · TL_EEXISTS the name is taken · TL_EINVAL the rule workflow.… says what is wrong, and the words name the move ("moves[3]") or the state:
 * a word that is not known, a state that can't be reached or from which nothing leads to closed, a move that leads where its action can't ·
 * TL_EMISUSE moves is NULL · as tl_post. */
TL_API int tl_workflow_add(tl_book *book, const tl_workflow_spec *spec, int64_t *seq);
/* Rows of workflow, those built in first: name, title (in the handle's language), evidence, second_party, notice_days (what its ledgers start
 * with), moves (how many), entry (NULL: built in). */
TL_API int tl_workflows(tl_book *book, tl_cursor **cursor);
/* The moves of a workflow, state by state: action, from_state, to_state, by, needs_note. TL_OK · TL_ENOTFOUND (the words name the nearest one). */
TL_API int tl_workflow_moves(tl_book *book, const char *name, tl_cursor **cursor);
/* What tl_ledger_amend can set beside title and source: name, low, high, optional (1: may be empty), label. */
TL_API int tl_policies(tl_book *book, tl_cursor **cursor);

/* Adds a ledger as a JSON object defines it, with its workflow, policies and fields: all or none.
 *   {"workflow": "noticed", or {"name": …, "title": …, "moves": [{"action": …, "from": …, "to": …, "by": …, "note": true}, …]},
 *    "template": a name in tl_templates, "source": …, "catalogue": …, "edition": …, "policy": {"evidence": 1, "extensions": 2, …}, "fields": [{"code": …,
 *    "title": …, "type": …, "required": true,
 *    "choices": ["a", "b"]}, …]}
 * A template comes first: its workflow where none is given, its policies and its fields; what the object says is added to that, or set over it.
 * A workflow given as an object is added, unless it is there with the same content. What spec and the object both give is refused. Nothing is added to
 * its moves: without one of warn its items are never warned of, which tl_workflow_moves shows.
 * TL_OK · TL_EINVAL the place in the JSON ("workflow.moves[2].action") and what is wrong there: an unknown key, a wrong type, an unknown word with the
 * nearest one, or a refusal by a rule · TL_EEXISTS the ledger's code, or the workflow's name with other content, is taken · as tl_ledger_add. */
TL_API int tl_ledger_define(tl_book *book, const tl_ledger_spec *spec, const char *json, int64_t *ledger);

/* ------------------------------------------------------------------------------------------------------------------------------ items */

typedef struct tl_assignment_spec {
    int64_t unit;
    const char *role;    /* "lead", "responsible", "support"; of a pair "mentor", "mentee" */
    const char *officer; /* the person in the unit, or NULL */
} tl_assignment_spec;

typedef struct tl_value_spec {
    const char *name;    /* amend: a column (no, title, detail, source, officer, due, parent) or a custom field; else a custom field, by code or title */
    const char *content; /* as text; a parent as REF; NULL or "": emptied */
} tl_value_spec;

typedef struct tl_item_spec {
    size_t size;
    int64_t ledger;
    const char *title;
    const char *no;      /* NULL: 1 + the largest whole number in the ledger */
    const char *detail, *source, *officer, *due, *risk, *note;
    int64_t parent;      /* the item above, or 0 */
    const char *uid;     /* 32 hex digits; NULL: random */
    const char *happened_on, *request, *data;
    const tl_assignment_spec *assignments; /* posted with it, in this order */
    size_t assignment_count;
    const tl_value_spec *values; /* its custom fields */
    size_t value_count;
    const char *due_text; /* how due was written, where that is not as due has it; NULL: as due has it, and nothing where that is a plain day */
} tl_item_spec;
#define TL_ITEM_SPEC_INIT { sizeof(tl_item_spec), 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL }

/* Registers an item with its assignments and fields: one entry each, all or none. *item (may be NULL) gets its id.
 * TL_OK · TL_EEXISTS the number is taken · TL_EINVAL · TL_ENOTFOUND · TL_ERULE · as tl_post. */
TL_API int tl_item_add(tl_book *book, const tl_item_spec *spec, int64_t *item);

/* Finds an item by REF ("tasks-2023/17"; also by that of a ledger where it is only listed) or uid. TL_OK · TL_ENOTFOUND (the words name what is nearest) · TL_EINVAL neither form. */
TL_API int tl_item_find(tl_book *book, const char *ref, int64_t *item);
/* The REF of an item. A copy: tl_free. TL_OK · TL_ENOTFOUND. */
TL_API int tl_item_ref(tl_book *book, int64_t item, char **copy);

/* One item as people read it: the columns of the view item_status. */
typedef struct tl_item {
    size_t size;
    int64_t item, entry; /* its id; the entry that last changed it: what tl_posting.expect wants */
    const char *ref, *uid, *ledger, *no, *title, *detail, *source, *parent, *officer;
    const char *state, *percent, *value, *lead, *due, *baseline_due, *light, *risk, *completed_on;
    int has_days_left; /* 0: days_left means nothing */
    int days_left, late, returned, extended, urged, reopened, evidence;
} tl_item;
#define TL_ITEM_INIT { sizeof(tl_item), 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0 }
/* A copy of one item, texts and all in one piece: tl_free(*copy). TL_OK · TL_ENOTFOUND. */
TL_API int tl_item_get(tl_book *book, int64_t item, tl_item **copy);

/* How far an item that stands above others is, from these: the view item_progress. Each end of its tree counts once, be it high or low in it; what is
 * cancelled does not count. */
typedef struct tl_progress {
    size_t size;
    int64_t below, closed; /* how many ends, and how many of them are closed */
    char percent[8];       /* their mean, "66.67": a closed one is 100, one without a reported percentage 0; "" where below is 0 */
} tl_progress;
#define TL_PROGRESS_INIT { sizeof(tl_progress), 0, 0, { 0 } }
/* TL_OK, also for an item with nothing below it (0, 0, "") · TL_ENOTFOUND no such item. */
TL_API int tl_item_progress(tl_book *book, int64_t item, tl_progress *progress);

/* Lists an item in another ledger than its own, too (列入), under a number of its own there; no NULL: 1 + the largest whole number. It stays one item, and is
 * counted only where it is at home. TL_OK · TL_EEXISTS the number is taken there (item.no_taken) · TL_ERULE it is at home there (listing.home), listed
 * there already (listing.twice), closed or cancelled (item.move) · TL_ENOTFOUND no such ledger or item · as tl_post. */
TL_API int tl_enlist(tl_book *book, int64_t item, int64_t ledger, const char *no);
/* Takes it off that list; the number is free again. TL_OK · TL_ERULE it is not listed there (listing.none) · as tl_enlist. */
TL_API int tl_delist(tl_book *book, int64_t item, int64_t ledger);
/* Rows of listing_status, by ledger and natural order of the number: the columns of tl_items, of which ref, ledger, no and no_order are those there and
 * entry the one that listed it, and home: the item's own ref. ledger 0: in all ledgers; item 0: all items.
 * An item that does not exist is listed nowhere. */
TL_API int tl_listings(tl_book *book, int64_t ledger, int64_t item, tl_cursor **cursor);

/* ---------------------------------------------------------------------------------------------------------------------------- posting */

typedef struct tl_posting {
    size_t size;
    int64_t item;
    const char *action;  /* "report", "request_close" … or with - in place of _ */
    const char *actor;   /* NULL: the handle's */
    int64_t unit;        /* who acts; 0: what only the lead can do is done for the lead */
    const char *role, *officer;                   /* assign */
    const char *due, *percent, *value, *risk;     /* percent, value: 60 or 66.5, in any width; percent with or without its sign */
    const char *note, *problem, *next_step, *happened_on;
    const char *uri, *title;                      /* attach: a file's path (its SHA-256 is taken here) or an address; what it is */
    const char *const *files;                     /* evidence that goes with any action: each is attached first, in the same transaction. With attach
                                                   * and no uri: what is attached */
    size_t file_count;
    const tl_value_spec *set;                     /* amend: what changes, one entry each; other actions: custom fields filled in along with it */
    size_t set_count;
    int64_t expect;      /* the entry last seen of the item: TL_ECONFLICT if there is a newer one; 0: whatever */
    const char *request; /* your own id of this post: the same again adds nothing and answers with the first; other content: TL_ECONFLICT.
                          * At most 200 characters; files and set bear it with #file1, #set1 … behind it */
    const char *data;    /* your own, never looked into */
    const char *level;   /* warn: "blue", "yellow", "red"; acknowledge_warning: the same, or NULL: the newest that waits */
    int64_t ledger;      /* enlist, delist: the other ledger */
    const char *no;      /* enlist: the number there; NULL: 1 + the largest whole number */
    const char *due_text; /* see tl_item_spec; without due a standing rule in place of a due date */
} tl_posting;
#define TL_POSTING_INIT { sizeof(tl_posting), 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 0, NULL, NULL, NULL, 0, NULL, NULL }

/* Posts an action to an item. *seq (may be NULL) gets the entry's sequence number (of several, the last one's).
 * TL_OK · TL_ERULE refused: tl_errrule() · TL_EINVAL unknown action or malformed value · TL_ENOTFOUND item or file; a unit that is not
 * assigned to the item is TL_ERULE (entry.unit) · TL_ECONFLICT · TL_EBUSY ·
 * TL_EREADONLY · TL_EIO: then a commit may have taken place all the same; post again with the same request id · TL_EMISUSE no actor. */
TL_API int tl_post(tl_book *book, const tl_posting *posting, int64_t *seq);

/* The everyday verbs, on top of tl_post. unit 0 and NULL texts: not given. */
TL_API int tl_assign(tl_book *book, int64_t item, int64_t unit, const char *role, const char *officer);
TL_API int tl_unassign(tl_book *book, int64_t item, int64_t unit);
TL_API int tl_dispatch(tl_book *book, int64_t item, const char *due);
TL_API int tl_acknowledge(tl_book *book, int64_t item, int64_t unit);
TL_API int tl_report(tl_book *book, int64_t item, int64_t unit, const char *note, const char *percent);
TL_API int tl_attach(tl_book *book, int64_t item, const char *uri, const char *title);
TL_API int tl_request_close(tl_book *book, int64_t item, const char *note);
TL_API int tl_return(tl_book *book, int64_t item, const char *reason);
TL_API int tl_close_out(tl_book *book, int64_t item, const char *note);

/* ------------------------------------------------------------------------------------------------------------- due dates and calendars */

#define TL_DUE_DAY 0       /* a day: 2023-06-30, 6月底前, 3-5月, 30日内, 5个工作日内 */
#define TL_DUE_STANDING 1  /* no day: 长期坚持, 常态化 */
#define TL_DUE_RECURRING 2 /* again and again: 每月25日前; day is the first one from today on */

typedef struct tl_due {
    size_t size;
    int kind;             /* TL_DUE_… */
    int working_days;     /* 1: working days were counted */
    char from[11];        /* the first day of a range, as 2023-03-01 of 3-5月, else "" */
    char day[11];         /* the last day on which it is not late; "" when standing */
    const char *calendar; /* by which working days were counted, in words (国办发明电〔2022〕16号, Saturdays and Sundays only); else NULL.
                           * Borrowed until the next call on the handle */
} tl_due;
#define TL_DUE_INIT { sizeof(tl_due), 0, 0, "", "", NULL }

/* What a due date in words means, as everywhere where one is given: in due of tl_item_spec and tl_posting, the due that amend sets, and import. There
 * the day becomes the item's due and the words its due_text; a standing phrase gives no due date, and an item may be dispatched with it all the same.
 * "N日内" counts from today, the next day being the first; a phrase without a year means that of the ledger (its policy year, else the year it
 * was added in; with ledger 0 the year of today). Blanks and full-width forms don't matter. Working days are those of the book's calendar.
 * What is longer than a day is due on its last one: 6月, 每月, 每季度; 前 behind a day includes it: 每周五前 is Friday itself.
 * TL_OK · TL_EINVAL the phrase is not understood, can mean more than one day, or is no day: the words quote it and say why (entry.due_date) ·
 * TL_ENOTFOUND no such ledger · TL_EMISUSE a pointer is NULL. */
TL_API int tl_due_parse(tl_book *book, const char *phrase, int64_t ledger, tl_due *due);
/* The calendar by which the last call on this handle counted working days, for a phrase or a ledger's default term; "" if it counted none.
 * Borrowed until the next call on the handle. */
TL_API const char *tl_calendar_used(const tl_book *book);

typedef struct tl_calendar_spec {
    size_t size;
    const char *day;    /* 2023-10-01 */
    const char *kind;   /* "holiday" or "workday" */
    const char *title;  /* 国庆节, or NULL */
    const char *source; /* the document it stands in: the name of the calendar; or NULL */
} tl_calendar_spec;
#define TL_CALENDAR_SPEC_INIT { sizeof(tl_calendar_spec), NULL, NULL, NULL, NULL }

/* Sets a day of the book's calendar: a holiday, or a weekend worked to make up for one (调休). Days that are not set are worked from Monday to
 * Friday. A day that is set so already adds nothing. Due dates given before stay as they are. TL_OK · TL_EINVAL no day of the calendar
 * (calendar.day, entry.happened_on) or neither kind (calendar.kind) · as tl_post. */
TL_API int tl_calendar_set(tl_book *book, const tl_calendar_spec *spec);
/* Rows of the calendar. year 0: one row a year and document: year, source, holidays, workdays; else the days of that year: day, kind ("holiday",
 * "workday"), title, source, entry. TL_OK or the error of reading. */
TL_API int tl_calendar(tl_book *book, int year, tl_cursor **cursor);

/* ----------------------------------------------------------------------------------------------------------------------------- series */

typedef struct tl_series_spec {
    size_t size;
    int64_t ledger;      /* its occurrences become items of this ledger */
    const char *code;    /* the short name that people type; unique in the book */
    const char *title;   /* an occurrence is called so, with its period behind: 月排查（2023-01） */
    const char *cycle;   /* "monthly", "quarterly", "yearly" or "days" */
    const char *day;     /* by when: "25", the day in the month (quarterly: in its last month; what a month does not have is its last day);
                          * yearly "12-31"; days: how many a period has, the last being the due day */
    const char *from;    /* the first period: "2023-01", "2023-Q1", "2023"; days: the day it begins */
    const char *adjust;  /* "before", "after": where a due day that is no working day moves; NULL: it stays */
    int64_t lead;        /* the unit in the lead of its occurrences, or 0 */
    const char *detail;  /* their target and measures, or NULL */
    const char *request; /* see tl_posting */
} tl_series_spec;
#define TL_SERIES_SPEC_INIT { sizeof(tl_series_spec), 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL }

/* Adds a series (周期任务: 月排查、季研判、年报告); nothing is made yet. *series (may be NULL) gets its id. TL_OK · TL_EEXISTS the code is taken ·
 * TL_EINVAL the rule series.… says what is wrong (series.cycle names the nearest one) · TL_ENOTFOUND no such ledger or unit · TL_ERULE the unit is
 * retired (unit.retired) · as tl_post. */
TL_API int tl_series_add(tl_book *book, const tl_series_spec *spec, int64_t *series);
/* Ends a series: period is its last one; one before its first: it has none. What was made stays. note: the reason, or NULL. TL_OK · TL_ERULE it was
 * ended already (series.ended), or an occurrence of a later period was made (series.made) · TL_EINVAL no period of the series (series.period, entry.period) ·
 * TL_ENOTFOUND no such series · as tl_post. */
TL_API int tl_series_end(tl_book *book, int64_t series, const char *period, const char *note);
/* Makes the occurrences that are missing, of periods that begin on the day to or earlier (in words, too: tl_due_parse): each an item with its due date,
 * and with the unit in the lead assigned; all or none. series 0: of all series. *count (may be NULL) gets how many. An occurrence is made once: running
 * again makes nothing, and what was made keeps its due date when the calendar changes. Its uid follows from the series and the period, so that two copies
 * of a book make the same. TL_OK · TL_ERULE to is more than a year ahead (series.ahead), or the lead is retired (unit.retired; the words name the series) ·
 * TL_EINVAL to is no day · TL_ENOTFOUND no such series · TL_EMISUSE no actor · as tl_post. */
TL_API int tl_series_run(tl_book *book, const char *to, int64_t series, int64_t *count);
/* Finds a series by its code. TL_OK · TL_ENOTFOUND (the words name the nearest one). */
TL_API int tl_series_find(tl_book *book, const char *code, int64_t *series);
/* Rows of series_summary, by id: series (code), ledger, title, cycle, day, adjust, lead, first_period, last_period, made, done, late, missed, open,
 * series_id. ledger 0: all. */
TL_API int tl_series(tl_book *book, int64_t ledger, tl_cursor **cursor);
/* Rows of series_status, each a period with its occurrence (NULL: not made yet), by series and time: series, ledger, period, starts_on, ends_on, due, ref,
 * title, lead, state, completed_on, outcome (done, late, missed, open, cancelled, planned), item, series_id, ledger_id, unit_id. Up to those that begin
 * within a year. series 0: all. TL_OK · TL_ENOTFOUND no such series. */
TL_API int tl_series_periods(tl_book *book, int64_t series, tl_cursor **cursor);

/* ---------------------------------------------------------------------------------------------------------------------------- reading */

typedef struct tl_item_query {
    size_t size;
    int64_t ledger;      /* 0: all */
    const char *state;   /* a state's name, or its word in the handle's language; "open": neither closed nor cancelled; several with commas between, as in
                          * light and risk */
    int64_t unit;        /* assigned in any role */
    const char *role;    /* with unit: in this role */
    const char *light;   /* "red" … */
    const char *risk;
    const char *due_before; /* due on this day or earlier; in words, too, of which the last day counts (tl_due_parse) */
    const char *due_after;  /* due on this day or later */
    const char *text;    /* found in title or detail */
    int64_t parent;      /* directly below this item */
    int64_t after;       /* go on behind this item: a page's last one */
    int64_t limit;       /* at most so many; 0: all */
    const char *officer; /* with this leading official */
    int below;           /* 1: with unit: assigned to it or to any unit below it */
    int owed;            /* 1: with unit: only what it has still to do, which is open, and it has the lead or has not completed its own line */
    const char *order;   /* "number" (NULL), "due", "change" or "priority" */
    const tl_value_spec *values; /* with these contents in its custom fields, each named by code or title; 16 at most */
    size_t value_count;
    const char *actor;   /* on which this actor made an entry */
} tl_item_query;
#define TL_ITEM_QUERY_INIT { sizeof(tl_item_query), 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, 0, 0, NULL, NULL, 0, NULL }

/* Rows of item_status, in one order: number, by ledger and natural order of the number; due, soonest first, without a due date last; change, the one
 * last changed first; priority, by risk high, medium, low and none, and then by due. What is equal goes by registration. A page goes on behind the
 * place where the item after has come to. Quick at any length (an index has the order, also in the middle): each order without filters, and with a
 * ledger, states (number) or open states (due, priority), role "lead" of one unit. Other filters sift these, or sort the few that an index finds.
 * query may be NULL. *cursor is yours: tl_cursor_close.
 * TL_OK · TL_EINVAL unknown state, light, risk, role, order or field, or a date that is not understood or a standing phrase · TL_ENOTFOUND after,
 * ledger where a date is in words. */
TL_API int tl_items(tl_book *book, const tl_item_query *query, tl_cursor **cursor);

typedef struct tl_entry_query {
    size_t size;
    int64_t item;       /* 0: the whole journal */
    int64_t after;      /* go on behind this entry */
    const char *action; /* only this action, with _ or - in it */
    const char *actor;
    int64_t limit;
} tl_entry_query;
#define TL_ENTRY_QUERY_INIT { sizeof(tl_entry_query), 0, 0, NULL, NULL, 0 }

/* Rows of entry_status, by seq. query may be NULL. TL_OK · TL_EINVAL unknown action. */
TL_API int tl_entries(tl_book *book, const tl_entry_query *query, tl_cursor **cursor);

/* What belongs to one item. assignments: unit (code), name, role, officer, signed_at, percent, value, completed_at, ended_at, contact (who holds
 * the post now, else officer).
 * evidence: id, unit, title, uri, sha256, size. values: field, title, type, value. moves (what is possible now): action, to_state, by, needs_note. */
TL_API int tl_assignments(tl_book *book, int64_t item, tl_cursor **cursor);
TL_API int tl_evidence(tl_book *book, int64_t item, tl_cursor **cursor);
TL_API int tl_values(tl_book *book, int64_t item, tl_cursor **cursor);
TL_API int tl_moves(tl_book *book, int64_t item, tl_cursor **cursor);

/* What the book knows. states: name, open, label. actions: name, scope, label. rules: name, label (the sentence). */
TL_API int tl_states(tl_book *book, tl_cursor **cursor);
TL_API int tl_actions(tl_book *book, tl_cursor **cursor);
TL_API int tl_rules(tl_book *book, tl_cursor **cursor);

/* Statistics by "ledger", "unit", "state" or "month": the views ledger_summary, unit_summary, state_summary, month_summary.
 * ledger 0: all. TL_OK · TL_EINVAL unknown word. */
TL_API int tl_summary(tl_book *book, const char *by, int64_t ledger, tl_cursor **cursor);

typedef struct tl_statistic_query {
    size_t size;
    const char *by;   /* "all", "ledger" (NULL), "unit", "unit_tree" (a unit with those below it), "state", "month" (of the due date in force) or "risk" */
    int64_t ledger;   /* only this one's items; 0: all */
    const char *from; /* a period, "2023-01-01": items whose due date in force is this day or later; NULL: no bound */
    const char *to;   /* this day or earlier. With from or to, items without a due date don't count */
} tl_statistic_query;
#define TL_STATISTIC_QUERY_INIT { sizeof(tl_statistic_query), NULL, 0, NULL, NULL }
/* Statistics with declared parts. By state: rows of state, total. Else the columns of the view statistics, of which the rates are in per cent, rounded half
 * up to two places, NULL where the denominator is 0: completion closed / (total - cancelled) · on_time_rate on_time / closed · overdue_rate overdue /
 * open_with_due, what is standing counted apart · extension_rate extended / dated (ever extended / ever had a due date) · return_rate returned / reviewed (ever
 * returned or objected to / ever came before a verifier) · reopening_rate reopened / finished (ever reopened / ever closed) · average_days days / closed (from
 * dispatch, else registration, to the day completion counts from). A unit counts the items it leads; unit NULL: no unit leads them.
 * Counters kept by the entries give them without reading the items, but by risk and where a period cuts a month. query may be NULL.
 * TL_OK · TL_EINVAL unknown word (the words name the nearest), no day, or a period that ends before it begins. */
TL_API int tl_statistics(tl_book *book, const tl_statistic_query *query, tl_cursor **cursor);

/* Scorecard (评分): each unit in the lead has 100 points less its deductions, and never below 0. Off go late_points for each item that is open past its due
 * date or was closed late (standing items are not), return_points, reopen_points, urge_points, extension_points for each return (or objection),
 * reopening, urging, extension granted. They are policies of the item's ledger (tl_ledger_amend), 0 to 100, 0: it does not count; at first 2, 1, 2, 1
 * and 0, the project's choice. An item counts for the unit that leads it now, in the ledger where it is at home.
 * Rows of the view scorecard, the lowest score first: ledger (code; NULL: over all), unit (code), name, led (items it leads), points (off), score,
 * ledger_id, unit_id. Units that lead nothing there have none. ledger 0: over all. Reads every item. TL_OK · TL_ENOTFOUND no such ledger. */
TL_API int tl_scorecard(tl_book *book, int64_t ledger, tl_cursor **cursor);
/* Why points are off: rows of the view deduction, by unit, ledger and number, one for each item and reason: unit (code), ref, title, reason ("late",
 * "returned", "reopened", "urged", "extended"; tl_column_word gives the word), times, points, entry (the last that shows it; NULL: open and late), unit_id,
 * ledger_id, item. They add up to points of the scorecard. unit 0: all, and every item is read. ledger 0: all.
 * TL_OK · TL_ENOTFOUND no such unit or ledger. */
TL_API int tl_deductions(tl_book *book, int64_t unit, int64_t ledger, tl_cursor **cursor);
/* The board: by "ledger" (NULL) a row for each ledger: ledger, title; by "unit" one for each unit that leads something, and one for what no unit leads: unit
 * (code), name, NULL there. Then total, cancelled, closed, completion as in tl_statistics, open, red, yellow, blue, green, grey (how many open items have the
 * light; they are read for it), overdue. Red first: the most red ones, then the most overdue, then yellow. ledger: only this one's items; 0: all.
 * TL_OK · TL_EINVAL unknown word (the words name the nearest) · TL_ENOTFOUND no such ledger. */
TL_API int tl_board(tl_book *book, const char *by, int64_t ledger, tl_cursor **cursor);

/* Early warning. Lights (tl_item.light) follow from the day; a warning is the entry that somebody was told of one, raised once for an item, a level
 * and the due date in force: when the date moves it is armed again. tl_warn raises all that are due on the handle's today, one entry each in one
 * transaction, with the handle's actor; *count (may be NULL) gets how many. Called again the same day it adds nothing: call it daily. Nothing is sent
 * anywhere: read on with tl_warnings. What is in review, on public notice or suspended is not warned of. ledger 0: all. tl_post warns by hand
 * (action warn with level) and acknowledges (acknowledge_warning).
 * TL_OK · TL_ENOTFOUND no such ledger · TL_ERULE warning.early: the handle's today is later than the day that its entries bear, as where it is set
 * for a book with a real clock · TL_EMISUSE no actor · as tl_post. */
TL_API int tl_warn(tl_book *book, int64_t ledger, int64_t *count);
/* What tl_warn would raise: rows of the view warning_due, by ledger and number. TL_OK · TL_ENOTFOUND no such ledger. */
TL_API int tl_warnings_due(tl_book *book, int64_t ledger, tl_cursor **cursor);

typedef struct tl_warning_query {
    size_t size;
    int64_t ledger; /* 0: all */
    int64_t item;   /* 0: all */
    int open;       /* 1: only those in force that nobody has acknowledged */
    int64_t after;  /* only raised or acknowledged behind this entry */
    int64_t limit;  /* at most so many; 0: all */
} tl_warning_query;
#define TL_WARNING_QUERY_INIT { sizeof(tl_warning_query), 0, 0, 0, 0, 0 }
/* The warnings raised: rows of the view warning_status, by the entry that raised or acknowledged them. query may be NULL. TL_OK · TL_ENOTFOUND no
 * such ledger. */
TL_API int tl_warnings(tl_book *book, const tl_warning_query *query, tl_cursor **cursor);
/* What is to be done next about what was warned of (urge, notify, circulate, talk): rows of the view escalation, by ledger and number.
 * TL_OK · TL_ENOTFOUND no such ledger. */
TL_API int tl_escalations(tl_book *book, int64_t ledger, tl_cursor **cursor);

/* Counters (计数): items of a ledger whose workflow counts (template counters, workflow counting). An item is made standing once, then counted up by
 * tl_post with the action count: value how many ("12"; NULL: 1; below 0 to take back, with the reason as note), unit the assigned unit they count for, or 0,
 * happened_on the day. Refusals: counter.value, counter.reason, counter.below, item.required_field while the measure is not filled in.
 * Rows by ledger and natural order of the number; ledger 0: all. TL_OK · TL_ENOTFOUND no such ledger.
 * tl_counters, the view counter_status: item, ref, ledger, no, title, measure, target, actual, qualifier, figure ("270余次"), occurrences, state.
 * tl_counter_periods, counter_period: item, ref, ledger, title, measure, month, unit (code; NULL: counted for none), total, occurrences.
 * tl_counter_rates, counter_rate: item, ref, ledger, title, numerator, denominator, denominator_ref, rate ("93.50"; NULL: no such counter, or 0). */
TL_API int tl_counters(tl_book *book, int64_t ledger, tl_cursor **cursor);
TL_API int tl_counter_periods(tl_book *book, int64_t ledger, tl_cursor **cursor);
TL_API int tl_counter_rates(tl_book *book, int64_t ledger, tl_cursor **cursor);
/* The pairs of mentor and mentee (帮带对子), one row for each two units that have these roles on an item: the view pair_status, by ledger and number: item,
 * ref, ledger, no, title, mentor (code), mentor_name, mentee, mentee_name, since, until, state. ledger 0: all. TL_OK · TL_ENOTFOUND no such ledger. */
TL_API int tl_pairs(tl_book *book, int64_t ledger, tl_cursor **cursor);

/* The table people expect: the view item_table and the ledger's custom fields behind it. ledger 0: all ledgers, no custom fields. */
TL_API int tl_table(tl_book *book, int64_t ledger, tl_cursor **cursor);

/* The next row. TL_ROW · TL_DONE · an error, never confused. */
TL_API int tl_next(tl_cursor *cursor);
TL_API void tl_cursor_close(tl_cursor *cursor);

/* The columns of a cursor, from 0. name and label live as long as the cursor, text until tl_next or close. */
#define TL_NULL 0
#define TL_INTEGER 1
#define TL_TEXT 2
TL_API int tl_column_count(const tl_cursor *cursor);
TL_API const char *tl_column_name(const tl_cursor *cursor, int column);  /* the SQL name */
TL_API const char *tl_column_label(const tl_cursor *cursor, int column); /* the heading, in the handle's language */
TL_API int tl_column_type(const tl_cursor *cursor, int column);          /* of the present row: TL_NULL, TL_INTEGER, TL_TEXT */
TL_API int64_t tl_column_int(const tl_cursor *cursor, int column);
TL_API const char *tl_column_text(const tl_cursor *cursor, int column);  /* NULL where the column is NULL */
/* The text as people read it, in the handle's language: a state, action, role, risk or light by its label; else the text. */
TL_API const char *tl_column_word(const tl_cursor *cursor, int column);
/* The present row of tl_items as a struct; texts borrowed until tl_next or close. TL_OK · TL_EMISUSE no row, or not of tl_items. */
TL_API int tl_cursor_item(const tl_cursor *cursor, tl_item *item);

/* The word for a name in the handle's language. kind: "column", "state", "action", "role", "risk", "light", "workflow", "template".
 * An unknown name is returned as it is. Borrowed until the book is closed or the language set. */
TL_API const char *tl_label(tl_book *book, const char *kind, const char *name);

/* ------------------------------------------------------------------------------------------------------------------------------ search */

typedef struct tl_search_query {
    size_t size;
    const char *text; /* one word or several, with blanks between; at most 32 words and 1,000 characters */
    int64_t ledger;   /* 0: all */
    int64_t after;    /* go on behind this item, with older ones: a page's last one; 0: from the newest */
    int64_t limit;    /* at most so many; 0: all */
} tl_search_query;
#define TL_SEARCH_QUERY_INIT { sizeof(tl_search_query), NULL, 0, 0, 0 }

/* The items that have every word in their texts, each anywhere, as a part of the text: title, detail and custom fields as they are now, and note, problem
 * and next_step of all their entries. Capitals and small letters are the same, and full-width forms and ASCII. Newest first: ref, ledger, no, title, state,
 * lead, due, light, found_in (title, detail, note, problem, next_step, or a field's code), found (the text there around the first word, some 40
 * columns in one line), item.
 * An index makes it fast. Posting knows nothing of it: a search reads through what came since, and brings the index up to date first when that is more
 * than 1,000 entries and the handle may write, is in no transaction, has no open cursors, and finds nobody writing; the first time that takes a while for a
 * long journal (some 30 s for a million entries, in steps between which others write). Without an index every item is read: slower, and the same.
 * TL_OK · TL_EINVAL no word, too many, or not UTF-8 · TL_ENOTFOUND no such ledger · TL_ECORRUPT the index is damaged: tl_search_index · TL_ESTOP. */
TL_API int tl_search(tl_book *book, const tl_search_query *query, tl_cursor **cursor);
/* How many they are; after and limit don't count. Of one word of one or two characters the index is believed where nothing was amended, of others each
 * item is read. Results as tl_search. */
TL_API int tl_search_count(tl_book *book, const tl_search_query *query, int64_t *count);

#define TL_SEARCH_DROP 1    /* take the index away: the file has room again, the next search by a writer makes it anew */
#define TL_SEARCH_REBUILD 2 /* make it anew now, as small as can be */
/* The index is two tables beside the book (search_index, search_indexed); nothing depends on it. A row of a search is never wrong by it, but one that was
 * tampered with can hide rows: rebuild it then.
 * TL_OK · TL_EMISUSE neither of the two, or cursors are open · TL_EEXISTS a table of that name is a stranger's · TL_EREADONLY · TL_EBUSY, TL_ESTOP …: what
 * is indexed by then stays so. */
TL_API int tl_search_index(tl_book *book, int what);

/* ------------------------------------------------------------------------------------------------------------------ JSON, import, export */

/* The present row as a JSON object: keys are the SQL names, decimals and dates are strings. A copy: tl_free. */
TL_API int tl_row_json(const tl_cursor *cursor, char **copy);
/* One item whole: the keys of item_status and item_progress (null where nothing stands below it), and the arrays assignments, entries, evidence (in place
 * of the number of pieces), values, listings. "item" is its id in this book, there and in entries; "uid" names it in every copy. A copy. */
TL_API int tl_item_json(tl_book *book, int64_t item, char **copy);
/* One entry: the keys of entry_status. A copy. TL_OK · TL_ENOTFOUND. */
TL_API int tl_entry_json(tl_book *book, int64_t seq, char **copy);
/* Posts what a JSON object says: keys as the CLI's options and tl_posting's members; item as REF or id, unit by code or name, set as an object,
 * files as an array. With action "register" the keys of tl_item_spec: ledger by code; lead, responsible, support, mentor, mentee as a name or an
 * array of names.
 * TL_EINVAL: no object, an unknown key, a wrong type (the key named) · as tl_post. */
TL_API int tl_post_json(tl_book *book, const char *json, int64_t *seq);

typedef struct tl_export_options {
    size_t size;
    const char *format;  /* csv, md: the table people expect, as CSV (RFC 4180, but that lines end with LF) or Markdown; xlsx: the same, a sheet a ledger;
                          * html: a board with charts and timelines; json: items whole, an array of what tl_item_json gives; ics: what is open as tasks for a
                          * calendar, with an alarm in the morning of the first yellow day; jsonl: the journal of the whole book, an entry a line, for tl_restore */
    int64_t ledger;      /* 0: all; jsonl takes no other */
    const char *columns; /* of a table: names or headings with commas between; NULL: those of the ledger's template (table template_column), then its
                          * other custom fields */
    int64_t unit;        /* ics: only what is assigned to this one; 0: all. Other formats refuse it */
    int bom;             /* csv, 1: begin with a byte order mark, by which spreadsheets know UTF-8. Other formats refuse it */
    int (*write)(const void *bytes, size_t count, void *arg); /* takes what is written, piece by piece; anything but 0 stops: TL_ESTOP. It must not
                                                               * use the handle */
    void *arg;
    int64_t *rows;       /* NULL, or gets at any time how many rows were written: for the handle's progress */
} tl_export_options;
#define TL_EXPORT_OPTIONS_INIT { sizeof(tl_export_options), NULL, 0, NULL, 0, 0, NULL, NULL, NULL }
/* Writes a ledger, or all of them, in a format that other programs read. Headings and words are in the handle's language; in English they are the names of
 * SQL. In CSV a cell that a spreadsheet would take for a formula (= + - @ before what is no number) has an apostrophe before it, which import takes off
 * again. Of a large book only a piece is in memory at a time. "xlsx" needs libxlsxwriter, which is loaded for the call and takes its memory from malloc();
 * it writes temporary files in $TMPDIR, or /tmp, and should their disk be full it says so on stderr, too. "html" is one page that loads nothing: statistics
 * with charts, the tables of the ledgers without the columns that are empty in the whole of one (unless columns asks for them), below each item its timeline,
 * unless there are more than 5,000. TL_OK · TL_EINVAL unknown format or column (the words name the nearest one), a format that this build lacks, or an
 * option that the format does not take · TL_ENOTFOUND no such ledger or unit · TL_ESTOP write, or the handle's progress, stopped it · TL_ECHAIN jsonl: the
 * digest chain does not hold · TL_ECORRUPT text that is not UTF-8 · TL_EMISUSE options or write is NULL. */
TL_API int tl_export(tl_book *book, const tl_export_options *options);

typedef struct tl_restore_options {
    size_t size;
    int (*read)(void *bytes, size_t room, size_t *count, void *arg); /* gives at most room bytes of the journal, *count how many, 0 at its end; anything
                                                                      * but 0 stops: TL_ESTOP */
    void *arg;
    int64_t *rows; /* NULL, or gets at any time how many entries were read */
} tl_restore_options;
#define TL_RESTORE_OPTIONS_INIT { sizeof(tl_restore_options), NULL, NULL, NULL }
/* Makes the book anew, in the new file path, from the journal that tl_export wrote as jsonl: with the same uid, entries, seals and digests, so that
 * checkpoints kept elsewhere hold. Each line is held against its digest and put through the rules once more. The book is there whole or not at all.
 * opening: as tl_open, with which *book is then opened; may be NULL. *book is a handle as after tl_open, whatever comes of it.
 * TL_OK · TL_EEXISTS there is such a file · TL_EINVAL a line is damaged, missing, out of place or changed, or this is no journal (the words name the
 * line) · TL_ECORRUPT an entry that the rules refuse · TL_ESTOP read, or progress, stopped it · TL_EMISUSE options or read is NULL · TL_EIO. */
TL_API int tl_restore(const char *path, const tl_open_options *opening, const tl_restore_options *options, tl_book **book);

typedef struct tl_finding {
    size_t size;
    int note;            /* 1: worth knowing, not wrong */
    const char *rule;    /* "chain", "schema", "rebuild", "entry.gap", "import.unit" … */
    const char *place;   /* a table, a file */
    int64_t row;         /* a row's id, an entry's seq, a line of the file; 0: none */
    const char *column;  /* or NULL */
    const char *message; /* a sentence */
} tl_finding;
/* Called for each finding; texts are borrowed for the call. Anything but 0 stops the work (TL_ESTOP). */
typedef int (*tl_finding_fn)(const tl_finding *finding, void *arg);

/* Checks that the statistics agree: of the book, and of each ledger, every figure against its sum over ledgers, units (and what no unit leads), units at the
 * top with all below them, months, risks, states and the items as ledger_summary counts them; and each row of the tally against the items. on_finding (may
 * be NULL) is told of each difference: rule "statistics", place the ledger's code or "book", row the ledger's id, column the figure; or rule
 * "tally.journal". Reads every item. *sums (may be NULL) gets how many sums were compared.
 * TL_OK they agree · TL_ECORRUPT they don't: the book was changed around its rules · TL_ESTOP on_finding stopped it. */
TL_API int tl_statistics_check(tl_book *book, tl_finding_fn on_finding, void *arg, int64_t *sums);

typedef struct tl_import_pair {
    const char *heading; /* of a column of the table; blanks, width and capitals don't matter; of a header of two rows "upper/lower" or the lower one */
    const char *name;    /* what stands below it: see tl_import; a custom field by code or title; "-": nothing that is to be taken */
} tl_import_pair;

typedef struct tl_import_column {
    size_t size;
    int number;          /* in the table, from 1 */
    const char *heading;
    const char *name;    /* as in tl_import_pair; of a field that is still to be made its code; "-" */
    const char *by;      /* how it was found: "map", "name", "field", "synonym", "new" (a field of its own), "none" (passed over) */
} tl_import_column;

typedef struct tl_import_row {
    size_t size;
    int64_t row;         /* of the table, as people see it */
    const char *outcome; /* "added", "child" (it gives the item above further parts), "continued" (nothing new of it), "updated", "unchanged", "skipped" */
    int64_t item;        /* the item added, changed or found; 0: none */
} tl_import_row;

typedef struct tl_import_result {
    size_t size;
    int64_t rows;        /* below the header, without empty ones; each is one of: */
    int64_t added, children, continued, updated, unchanged, skipped, refused;
    int64_t items;       /* items added, the parts of rows and the sections, too */
    int64_t units, fields; /* made for it */
    int64_t doubts, errors; /* findings told */
} tl_import_result;
#define TL_IMPORT_RESULT_INIT { sizeof(tl_import_result), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

typedef struct tl_import_options {
    size_t size;
    const char *path;   /* the file; with read what it is called */
    int64_t ledger;
    tl_finding_fn on_finding; /* told of every error and doubt (note 1), with row and column; may be NULL, as those below */
    void *arg;          /* for all of them */
    int dry_run;        /* 1: look, add nothing */
    const char *format; /* "csv", "tsv", "json", "jsonl", "xlsx"; NULL: found out from what the file holds */
    const char *sheet;  /* of a workbook, by name or number; NULL: the first one */
    const tl_import_pair *map; /* goes before what the headings say */
    size_t map_count;
    int refuse_unknown; /* 1: a heading that nothing is called by is an error; 0: it becomes a custom field of the ledger with its first content */
    int create_units;   /* 1: units that are not there are added, with their names for codes */
    const char *on_conflict; /* an item has the number already, and other content: "fail" (NULL), "skip", "update" */
    int (*on_column)(const tl_import_column *column, void *arg); /* told of each column; anything but 0 stops the import, as of all of them */
    int (*on_row)(const tl_import_row *row, void *arg); /* told of each row; may read the item with the handle, and post nothing */
    int (*read)(void *buffer, size_t room, size_t *count, void *read_arg); /* in place of a file: fills buffer, *count 0 at the end; not 0 stops */
    void *read_arg;
} tl_import_options;
#define TL_IMPORT_OPTIONS_INIT { sizeof(tl_import_options), NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL }
/* Brings a table into a ledger, all of it or nothing, in one transaction. *result (may be NULL) is filled in either way.
 *
 * The header is the first row that names a title, among the first 30; rows above it are passed over; headings of two rows are read together. A heading is a
 * column's name or label, a field's code or title, or a row of synonym (tl_synonyms): row no title subtitle subsubtitle detail source officer due (in
 * words, too) risk (high, medium, low or 高 中 低) parent (a REF, or a number of the same ledger) lead responsible support mentor mentee (units by code or name,
 * several with 、 ， ； / or a line break between; without a column lead the first responsible one is it) contact (the officer in the lead unit) milestone
 * progress percent problem next_step state started_on completed_on uri remark. row is the number where there is no column no.
 * Below it: empty rows, rows of totals (合计, 小计, 总计) and notes (注：, 备注：, 说明：) are skipped. A row with nothing but 一、… or （一）… is a section: an item, and what
 * follows stands below it, numbered section.number. Left of the title, and where cells are merged, a blank means "as above". A row without a title of its own,
 * or with that of the row before, gives the item above parts: milestones (3月：… 4月：…, each an item with its due date), tasks of a second and third level,
 * else its detail as an item. 各街道 is each unit of that kind, or below the group of that name; else it is kept in words. A table with row and no, as
 * export writes it, is taken as it stands, without all that.
 * What a new item can't have yet (progress, percent, problem, next_step, state, dates, files) is kept as a comment; an item that takes reports gets
 * one. Over 100 percent is reported as 100 with the figure as value, and told.
 * Each item, and each change, bears file, SHA-256, sheet and row: the view import_row. An item that has the number (without one the title) already, or came from
 * this row of the same file before, is compared: each difference is an amend, assign, unassign, rate or report of its own under "update". The same file again
 * changes nothing otherwise; an item that is not as it was then is told (import.changed).
 * TL_OK · TL_EINVAL something is wrong in the file (every error was told) · TL_EEXISTS, TL_ERULE nothing but taken numbers, or refusals by rules · TL_ENOTFOUND no
 * such file, sheet or ledger · TL_ESTOP a callback stopped it, or the book's progress · TL_EMISUSE no path, no actor · TL_EIO · as tl_post. */
TL_API int tl_import(tl_book *book, const tl_import_options *options, tl_import_result *result);
/* The same for a CSV file whose headings must all be known, without more options than path, ledger, on_finding, arg and dry_run. *items (may be NULL) gets the
 * number of items added. */
TL_API int tl_import_csv(tl_book *book, const tl_import_options *options, int64_t *items);

/* What an office calls a column of its tables: from now on import takes heading (at most 200 characters) for name, see tl_import. A heading of one's own can be
 * given another name later; those built in can't. TL_OK, also if it means that already · TL_ENOTFOUND no column is called name (synonym.name; the words
 * name the nearest, or list them) · TL_EEXISTS it is built in (synonym.taken) · TL_EINVAL synonym.heading · TL_EMISUSE a pointer is NULL · as tl_post. */
TL_API int tl_synonym_add(tl_book *book, const char *heading, const char *name);
/* Rows of synonym, the office's own first: heading, name, entry (NULL: built in). */
TL_API int tl_synonyms(tl_book *book, tl_cursor **cursor);

typedef struct tl_calendar_import_options {
    size_t size;
    const char *path;   /* the file: a table as tl_import reads it, with a header row: day (日期), kind (类型), name (名称), source (文件) */
    const char *source; /* the document's name, of rows without one in the column source; or NULL */
    tl_finding_fn on_finding; /* as in tl_import_options */
    void *arg;
    int dry_run;        /* 1: look, set nothing */
} tl_calendar_import_options;
#define TL_CALENDAR_IMPORT_OPTIONS_INIT { sizeof(tl_calendar_import_options), NULL, NULL, NULL, NULL, 0 }
/* Sets a day of the book's calendar for each row of a table, all or none. kind: holiday or workday, or 休 放假 节假日, 班 上班 补班; day: 2023-10-01,
 * 2023/10/1, 2023年10月1日. The same file again adds nothing. *days (may be NULL) gets the number of days set. TL_OK · TL_EINVAL something is wrong in the
 * file (every error was told) · TL_ERULE nothing but refusals by rules · TL_ENOTFOUND no such file · TL_ESTOP on_finding stopped it · TL_EIO. */
TL_API int tl_calendar_import(tl_book *book, const tl_calendar_import_options *options, int64_t *days);

typedef struct tl_dossier_options {
    size_t size;
    int64_t item;
    const char *path;         /* the folder to be made: new, or there and empty */
    tl_finding_fn on_finding; /* told of each file of the evidence that is left out (rule "evidence", row: its entry); may be NULL */
    void *arg;
} tl_dossier_options;
#define TL_DOSSIER_OPTIONS_INIT { sizeof(tl_dossier_options), 0, NULL, NULL, NULL }
/* Writes one item as a folder of its own (一批示一档案): index.html, the cover sheet, in the handle's language, with assignments, evidence and timeline;
 * entries.json, every entry with all its columns and the digest before it and after it; evidence/, copies of the files attached that still have the SHA-256 they
 * had then (a relative name counts from the present folder, else from the book's; addresses are not copied); SHA256SUMS; check.sh, which checks it all with
 * nothing but sha256sum and the sqlite3 shell, and with --book or --against the entries against the book or checkpoints kept elsewhere. Of other items'
 * entries in between nothing goes in but the digests. The folder gets its name when it is whole; after an error nothing is left of it.
 * A file that is missing or changed is left out, the cover sheet and on_finding say so, and *missing (may be NULL) counts it; the result is TL_OK.
 * TL_OK · TL_ENOTFOUND no such item, or no folder to make this one in · TL_EEXISTS there is something under that name · TL_ECHAIN an entry is not what its
 * seal says · TL_ECORRUPT text that is not UTF-8 · TL_ESTOP on_finding stopped it · TL_EMISUSE no path, or inside a transaction · TL_EIO. */
TL_API int tl_dossier(tl_book *book, const tl_dossier_options *options, int64_t *missing);

/* ------------------------------------------------------------------------------------------------------------------------------ trust */

/* Checks the whole book and writes nothing: SQLite's own integrity, foreign keys, the schema and its built-in rows against this library's,
 * every rule as a query, the digest chain, and the present rebuilt from the journal against the stored one. Of a file of an older format, open for
 * reading only: SQLite's integrity, foreign keys and the chain, and that the rest can't be compared is a finding (TL_ECORRUPT).
 * against: the text of one or more checkpoint lines kept elsewhere, or NULL. TL_OK nothing wrong (there may be notes) · TL_ECHAIN the chain or a checkpoint
 * does not hold · TL_ECORRUPT anything else is wrong · TL_ESTOP · TL_EINVAL against is no checkpoint. */
TL_API int tl_verify(tl_book *book, const char *against, tl_finding_fn on_finding, void *arg);
/* The head of the journal in one line: "book-uid seq digest time". A copy, without line break. */
TL_API int tl_checkpoint(tl_book *book, char **copy);
/* Copies the book, while it is in use, into a new file; an existing one is refused (TL_EEXISTS). */
TL_API int tl_backup(tl_book *book, const char *path);

#ifdef __cplusplus
}
#endif
#endif
