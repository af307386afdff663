/* xlsx.c (L1) - see xlsx.h. */
#include "xlsx.h"

#include <dlfcn.h>

int tl__xlsx_open(tl_book *book, tl__xlsx *xlsx)
{
    *xlsx = (tl__xlsx) { .library = dlopen(TL_XLSX, RTLD_NOW | RTLD_LOCAL) };
    if (xlsx->library == NULL)
        return tl__error_set(&book->error, TL_EINVAL, NULL, "xlsx needs %s, which is not there: %s; install libxlsxwriter, or export csv", TL_XLSX, dlerror());
    const struct {
        const char *name;
        void *at;
    } members[] = {
#define TL__XLSX_NAME(name) { #name, &xlsx->name },
        TL__XLSX_MAP(TL__XLSX_NAME)
#undef TL__XLSX_NAME
    };
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
        void *function = dlsym(xlsx->library, members[i].name);
        if (function == NULL)
            return tl__error_set(
                &book->error, TL_EINVAL, NULL, "%s has no %s: it is another version than this library was built with", TL_XLSX, members[i].name);
        *(void **)members[i].at = function;
    }
    return TL_OK;
}

void tl__xlsx_close(tl__xlsx *xlsx)
{
    if (xlsx->library != NULL)
        dlclose(xlsx->library);
}
