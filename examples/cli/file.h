/* file.h - reading a file that the command line names. */
#ifndef FILE_H
#define FILE_H

struct cli;

/* The whole text of a file, or of what comes in where path is "-". what: "checkpoints", for words. free(*text). Returns an exit status, after telling
 * what was wrong. */
int file_read(const struct cli *cli, const char *path, const char *what, char **text);

#endif
