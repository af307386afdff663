/* life_round.h - what the programs that make something fail do with the steps of life.h: all of them without a fault first; then a round takes the
 * book as it was before a step, opens it, runs that step with a fault in it, and looks at what is left. */
#ifndef TEST_LIFE_ROUND_H
#define TEST_LIFE_ROUND_H

#include "life.h"

/* The number of the last entry after each step of a life without faults. */
static int64_t golden[STEPS];

static int64_t last_entry(tl_book *book)
{
    tl_info info = TL_INFO_INIT;
    return book != NULL && tl_book_info(book, &info) == TL_OK ? info.entries : -1;
}

static void write_text(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0) {
        printf("%s can't be written\n", path);
        exit(1);
    }
}

static void remove_book(const char *path)
{
    static const char *const ends[] = { "", "-wal", "-shm", "-journal", ".part", ".part-journal", ".part-wal" };
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        char name[300];
        snprintf(name, sizeof name, "%s%s", path, ends[i]);
        unlink(name);
    }
}

/* The book as it was after a step: a file of its own. */
static const char *state_path(const life *l, size_t step)
{
    static char path[260];
    snprintf(path, sizeof path, "%s/state%zu.db", l->folder, step);
    return path;
}

static void copy_bytes(const char *from, const char *to)
{
    static char block[65536];
    size_t count;
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    while (in != NULL && out != NULL && (count = fread(block, 1, sizeof block, in)) > 0)
        if (fwrite(block, 1, count, out) != count)
            break;
    if (in == NULL || out == NULL || ferror(in) || fclose(out) != 0) {
        printf("%s can't be copied to %s\n", from, to);
        exit(1);
    }
    fclose(in);
}

/* The book as it was before a step, and no copy of it. */
static void begin_round(life *l, size_t step)
{
    remove_book(l->path);
    remove_book(l->copy);
    if (step > 0)
        copy_bytes(state_path(l, step - 1), l->path);
}

static void make_place(life *l)
{
    const char *base = getenv("TMPDIR");
    memset(l, 0, sizeof *l);
    if (base == NULL || *base == '\0')
        base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(l->folder, sizeof l->folder, "%s/taskledger-fault-XXXXXX", base);
    if (mkdtemp(l->folder) == NULL) {
        printf("no folder can be made\n");
        exit(1);
    }
    snprintf(l->path, sizeof l->path, "%s/book.db", l->folder);
    snprintf(l->copy, sizeof l->copy, "%s/copy.db", l->folder);
    snprintf(l->file, sizeof l->file, "%s/file.txt", l->folder);
    snprintf(l->table, sizeof l->table, "%s/table.csv", l->folder);
    write_text(l->file, "evidence\n");
    snprintf(l->calendar, sizeof l->calendar, "%s/calendar.csv", l->folder);
    write_text(l->calendar, "day,kind,name\n2023-10-01,休,国庆节\n2023-10-08,班,\n");
    snprintf(l->dossier, sizeof l->dossier, "%s/dossier", l->folder);
    write_text(l->table, "no,title,lead\n21,first row,north\n22,第二行,South Office\n");
}

static void remove_place(life *l)
{
    begin_round(l, 0);
    for (size_t i = 0; i < STEPS; i++)
        unlink(state_path(l, i));
    unlink(l->file);
    unlink(l->table);
    unlink(l->calendar);
    rmdir(l->folder);
}

/* The life without faults: it must succeed, and leaves the book as it was after each step. */
static int live_golden(life *l)
{
    begin_round(l, 0);
    for (size_t i = 0; i < STEPS; i++) {
        remove_book(l->copy);
        int result = i == 0 ? TL_OK : step_open(l);
        if (result == TL_OK)
            result = steps[i].run(l);
        if (result != TL_OK) {
            printf("not ok: %s without a fault is %s: %s %s\n", steps[i].name, tl_result_name(result), tl_errmsg(l->book), l->findings);
            return 0;
        }
        golden[i] = last_entry(l->book);
        tl_close(l->book);
        l->book = NULL;
        copy_bytes(l->path, state_path(l, i));
    }
    return golden[STEPS - 1] > 15;
}

/* After a fault in a step: the book opens and verifies, has every entry of the steps before, and of the failed one nothing; all of it when it
 * succeeded, or where a commit may have taken place all the same. Returns NULL, or what is wrong. */
static const char *look_after(life *l, size_t step, int result, int all_allowed)
{
    static char wrong[800];
    tl_open_options options = TL_OPEN_OPTIONS_INIT;
    tl_book *book = NULL;
    int64_t before = step == 0 ? 0 : golden[step - 1];
    const char *found = NULL;
    options.flags = step == 0 ? TL_OPEN_CREATE : 0;
    int is = tl_open(l->path, &options, &book);
    int64_t last = last_entry(book);
    l->findings[0] = '\0';
    if (is == TL_OK)
        is = tl_verify(book, NULL, note_finding, l);
    if (is != TL_OK) {
        snprintf(wrong, sizeof wrong, "the book afterwards: %s: %s %.300s", tl_result_name(is), tl_errmsg(book), l->findings);
        found = wrong;
    } else if (step > 0 && last != (result == TL_OK ? golden[step] : before) && !(all_allowed && last == golden[step])) {
        snprintf(wrong, sizeof wrong, "%lld entries are there, %lld were before", (long long)last, (long long)before);
        found = wrong;
    }
    tl_close(book);
    return found;
}

#endif
