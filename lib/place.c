/* place.c (L0) - where a file lies: local, on a network, or in a folder that a program keeps in step with other machines. */
#include "place.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/vfs.h>

tl__place tl__place_by_filesystem(unsigned long magic)
{
    static const unsigned long network[] = {
        0x6969,     /* nfs */
        0x517B,     /* smb */
        0xFF534D42, /* cifs */
        0xFE534D42, /* smb2 */
        0x01021997, /* 9p */
        0x5346414F, /* afs */
        0x6B414653, /* kafs */
        0x73757245, /* coda */
        0x564C,     /* ncp */
        0x65735546, /* fuse: sshfs, davfs, rclone … */
        0x00C36400, /* ceph */
        0x0BD00BD0, /* lustre */
        0x01161970, /* gfs2 */
        0x7461636F, /* ocfs2 */
        0x786F4256, /* vboxsf */
    };
    for (size_t i = 0; i < sizeof network / sizeof network[0]; i++)
        if (network[i] == magic)
            return TL__PLACE_NETWORK;
    return TL__PLACE_LOCAL;
}

/* 1 if the folder name, of that length, begins with one that a synchronising program makes: "OneDrive - Office", "Dropbox (2)". */
static int is_synced_folder(const char *name, size_t length)
{
    static const char *const synced[] = { "Dropbox", "OneDrive", "Nextcloud", "ownCloud", "Google Drive", "GoogleDrive", "iCloud", "com~apple~CloudDocs",
        "Syncthing", "Seafile", "Nutstore", "坚果云", "BaiduSyncdisk", "百度网盘", "百度云同步盘", "WPS云盘", "WPSDrive", "企业微信微盘" };
    for (size_t i = 0; i < sizeof synced / sizeof synced[0]; i++) {
        size_t want = strlen(synced[i]);
        if (length < want || strncasecmp(name, synced[i], want) != 0)
            continue;
        if (length == want || name[want] == ' ' || name[want] == '-' || name[want] == '(')
            return 1;
    }
    return 0;
}

tl__place tl__place_by_name(const char *absolute_path)
{
    const char *part = absolute_path;
    const char *slash;
    while ((slash = strchr(part, '/')) != NULL) {
        if (is_synced_folder(part, (size_t)(slash - part)))
            return TL__PLACE_SYNCED;
        part = slash + 1;
    }
    return TL__PLACE_LOCAL;
}

/* The folder that path lies in, absolute, with a slash at its end; NULL if there is none. */
static char *folder_of(const char *path, char *into)
{
    char folder[PATH_MAX];
    size_t length = strlen(path);
    const char *slash = strrchr(path, '/');
    if (length >= sizeof folder)
        return NULL;
    if (slash == NULL)
        strcpy(folder, ".");
    else if (slash == path)
        strcpy(folder, "/");
    else
        snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
    if (realpath(folder, into) == NULL || strlen(into) + 2 > PATH_MAX)
        return NULL;
    return strcat(into, "/");
}

tl__place tl__place_of(const char *path)
{
    char folder[PATH_MAX];
    struct statfs info;
    if (folder_of(path, folder) == NULL)
        return TL__PLACE_LOCAL;
    if (statfs(folder, &info) == 0 && tl__place_by_filesystem((unsigned long)info.f_type & 0xFFFFFFFFul) == TL__PLACE_NETWORK)
        return TL__PLACE_NETWORK;
    return tl__place_by_name(folder);
}
