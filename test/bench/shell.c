/* shell.c - what the sqlite3 shell is given, to do what the CLI's add does: the same inserts into a bare schema, or the same post in a book. */
#include "bench.h"

const char *const shell_title = "Repair the street lamps of block 000000", *const shell_due = "2030-06-30";

/* Both write a row in seal, too, of which only the digest is not worked out. */
#define SEAL_AND_COMMIT                                                                                                                                        \
    "INSERT INTO seal(seq, digest) VALUES ((SELECT max(seq) FROM entry), '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef');"                 \
    "COMMIT;"

static const char inserts[] =
    "BEGIN IMMEDIATE;"
    "INSERT INTO entry(at, actor, action, ledger, state, due, no, title, detail, uid, item) SELECT strftime('%%Y-%%m-%%dT%%H:%%M:%%fZ', 'now'), "
    "'bench', 'register', id, 'registered', %Q, last_no + 1, %Q, %Q, lower(hex(randomblob(16))), (SELECT max(seq) + 1 FROM entry) "
    "FROM ledger WHERE id = %lld;"
    "INSERT INTO item(id, uid, ledger, no, no_order, title, detail, state, due, baseline_due, evidence, returned, extended, urged, reopened, entry) "
    "SELECT seq, uid, ledger, no, char(32 + length(no)) || no, title, detail, state, due, due, 0, 0, 0, 0, 0, seq FROM entry WHERE seq = "
    "last_insert_rowid();"
    "UPDATE ledger SET last_no = last_no + 1, entry = (SELECT max(seq) FROM entry) WHERE id = %lld;" SEAL_AND_COMMIT;

/* With foreign keys, as the library has it. */
static const char posts[] = "PRAGMA foreign_keys=ON;"
                            "BEGIN IMMEDIATE;"
                            "INSERT INTO post(action, actor, due, title, detail, ledger) VALUES ('register', 'bench', %Q, %Q, %Q, %lld);" SEAL_AND_COMMIT;

char *shell_inserts(int64_t ledger)
{
    char *sql = sqlite3_mprintf(inserts, shell_due, shell_title, life_detail, (long long)ledger, (long long)ledger);
    if (sql == NULL)
        die("out of memory");
    return sql;
}

char *shell_post(int64_t ledger)
{
    char *sql = sqlite3_mprintf(posts, shell_due, shell_title, life_detail, (long long)ledger);
    if (sql == NULL)
        die("out of memory");
    return sql;
}
