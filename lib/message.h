/* message.h (L0) - the library's messages in Chinese, found by the English ones: formats of printf, and the words that are put into some of them. */
#ifndef TL_MESSAGE_H
#define TL_MESSAGE_H

/* The Chinese has the conversions of the English, in the same order or as %1$s; test/message.sh holds that, and that no English is left behind. */
typedef struct tl__message {
    const char *en, *zh;
} tl__message;

/* Each ends with a row of NULL. */
extern const tl__message tl__messages[];
extern const tl__message tl__import_messages[]; /* of tables that are imported */

#endif
