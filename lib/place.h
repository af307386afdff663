/* place.h (L0) - where a file lies: offices put books on network and synchronised folders, where write-ahead logging is not safe. */
#ifndef TL_PLACE_H
#define TL_PLACE_H

typedef enum tl__place { TL__PLACE_LOCAL, TL__PLACE_NETWORK, TL__PLACE_SYNCED } tl__place;

/* The kind of place that path, or the folder it is to be made in, lies in. Local where nothing is found out. */
tl__place tl__place_of(const char *path);

/* The kind by a file system's magic number (statfs), and by the names of the folders in an absolute path. */
tl__place tl__place_by_filesystem(unsigned long magic);
tl__place tl__place_by_name(const char *absolute_path);

#endif
