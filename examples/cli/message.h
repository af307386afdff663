/* message.h - what the program itself tells, in Chinese: found by the English. What the library tells is in Chinese already. */
#ifndef MESSAGE_H
#define MESSAGE_H

struct cli;

/* The format of a message, or a word that is put into one, in the language of the program; English that has no Chinese stays as it is. */
const char *message_said(const struct cli *cli, const char *english) __attribute__((format_arg(2)));

#endif
