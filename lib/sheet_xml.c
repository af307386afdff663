/* sheet_xml.c (L4) - a part of a workbook as tags and text, by expat. A part with a document type is refused, for its entities could grow without
 * end; so is a tag that does not fit into memory. */
#include "sheet_book.h"

#include <expat.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH = 100, NAMES = 5000 /* different ones of a part, at most */, TAG_MAX = 2 * 1024 * 1024, PIECE = 32 * 1024 };

static void *take(size_t size)
{
    return sqlite3_malloc64(size);
}

static void *take_again(void *old, size_t size)
{
    return sqlite3_realloc64(old, size);
}

static const char *bare(const char *name)
{
    const char *colon = strrchr(name, ':');
    return colon == NULL ? name : colon + 1;
}

/* After each callback: ends the reading, or lets it pause. */
static void settle(tl__xml *xml)
{
    if (xml->result != TL_OK)
        XML_StopParser(xml->parser, XML_FALSE);
    else if (xml->pause)
        XML_StopParser(xml->parser, XML_TRUE);
}

static void count_name(tl__xml *xml, const char *name)
{
    unsigned hash = xml->salt;
    for (; *name != '\0'; name++)
        hash = (hash ^ (unsigned char)*name) * 16777619u;
    hash = (hash ^ hash >> 16) % (8 * sizeof xml->named);
    unsigned bit = 1u << hash % 8;
    xml->names += (xml->named[hash / 8] & bit) == 0;
    xml->named[hash / 8] |= (unsigned char)bit;
}

static int check_names(tl__xml *xml, const char *name, const char **attributes)
{
    count_name(xml, name);
    for (; *attributes != NULL; attributes += 2)
        count_name(xml, *attributes);
    return xml->names <= NAMES ? TL_OK : tl__sheet_broken(xml->zip->sheet, "its part %s has more than %d different tags", xml->zip->part, NAMES);
}

/* expat may call once more after it was told to stop. */
static void XMLCALL on_start(void *arg, const char *name, const char **attributes)
{
    tl__xml *xml = arg;
    if (xml->result != TL_OK)
        return;
    if (++xml->depth > DEPTH)
        xml->result = tl__sheet_broken(xml->zip->sheet, "its part %s has tags more than %d levels deep", xml->zip->part, DEPTH);
    else
        xml->result = check_names(xml, name, attributes);
    if (xml->result == TL_OK)
        xml->start(xml, bare(name), attributes);
    settle(xml);
}

static void XMLCALL on_end(void *arg, const char *name)
{
    tl__xml *xml = arg;
    if (xml->result != TL_OK)
        return;
    xml->depth--;
    if (xml->end != NULL)
        xml->end(xml, bare(name));
    settle(xml);
}

static void XMLCALL on_text(void *arg, const char *text, int length)
{
    tl__xml *xml = arg;
    if (xml->result == TL_OK)
        xml->text(xml, text, length);
    settle(xml);
}

static void XMLCALL on_document_type(void *arg, const char *name, const char *system, const char *public, int internal)
{
    tl__xml *xml = arg;
    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    xml->result = tl__sheet_broken(xml->zip->sheet, "its part %s has a document type, which no spreadsheet program writes", xml->zip->part);
    settle(xml);
}

int tl__xml_open(tl__xml *xml, const char *part)
{
    const XML_Memory_Handling_Suite memory = { take, take_again, sqlite3_free };
    int result = tl__zip_start(xml->zip, part);
    if (result != TL_OK)
        return result;
    xml->parser = XML_ParserCreate_MM(NULL, &memory, NULL);
    if (xml->parser == NULL)
        return tl__sheet_memory(xml->zip->sheet);
    sqlite3_randomness(sizeof xml->salt, &xml->salt);
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, on_start, on_end);
    XML_SetStartDoctypeDeclHandler(xml->parser, on_document_type);
    if (xml->text != NULL)
        XML_SetCharacterDataHandler(xml->parser, on_text);
    return TL_OK;
}

void tl__xml_close(tl__xml *xml)
{
    if (xml->parser != NULL)
        XML_ParserFree(xml->parser);
    xml->parser = NULL;
}

static int fail_parser(tl__xml *xml)
{
    enum XML_Error error = XML_GetErrorCode(xml->parser);
    if (xml->result != TL_OK)
        return xml->result;
    if (error == XML_ERROR_NO_MEMORY)
        return tl__sheet_memory(xml->zip->sheet);
    return tl__sheet_broken(xml->zip->sheet, "its part %s is no XML at line %lu (%s)", xml->zip->part, (unsigned long)XML_GetCurrentLineNumber(xml->parser),
        XML_ErrorString(error));
}

/* Gives expat the next piece. */
static int feed(tl__xml *xml, enum XML_Status *status)
{
    size_t count;
    void *buffer = XML_GetBuffer(xml->parser, PIECE);
    if (buffer == NULL)
        return tl__sheet_memory(xml->zip->sheet);
    int result = tl__zip_read(xml->zip, buffer, PIECE, &count);
    if (result != TL_OK)
        return result;
    xml->fed += (int64_t)count;
    xml->at_end = count == 0;
    *status = XML_ParseBuffer(xml->parser, (int)count, count == 0);
    if (*status == XML_STATUS_OK && !xml->at_end && xml->fed - XML_GetCurrentByteIndex(xml->parser) > TAG_MAX)
        return tl__error_set(xml->zip->sheet->error, TL_EINVAL, "import.size", "the part %s of %s has a tag of more than %d bytes", xml->zip->part,
            xml->zip->sheet->path, TAG_MAX);
    return TL_OK;
}

int tl__xml_next(tl__xml *xml)
{
    enum XML_Status status = XML_STATUS_OK;
    xml->pause = 0;
    if (xml->paused)
        status = XML_ResumeParser(xml->parser);
    xml->paused = 0;
    while (status == XML_STATUS_OK && !xml->at_end) {
        int result = feed(xml, &status);
        if (result != TL_OK)
            return result;
    }
    xml->paused = status == XML_STATUS_SUSPENDED;
    if (status == XML_STATUS_ERROR)
        return fail_parser(xml);
    return xml->paused ? TL_ROW : TL_DONE;
}

int tl__xml_read(tl__xml *xml, const char *part)
{
    int result = tl__xml_open(xml, part);
    if (result == TL_OK)
        result = tl__xml_next(xml);
    tl__xml_close(xml);
    return result == TL_DONE ? TL_OK : result;
}

const char *tl__xml_attribute(const char **attributes, const char *name)
{
    for (; *attributes != NULL; attributes += 2)
        if (strcmp(bare(attributes[0]), name) == 0)
            return attributes[1];
    return NULL;
}

int64_t tl__xml_number(const char **attributes, const char *name, int64_t otherwise)
{
    const char *text = tl__xml_attribute(attributes, name);
    if (text == NULL || *text < '0' || *text > '9' || strlen(text) > 10)
        return otherwise;
    return strtoll(text, NULL, 10);
}

/* The character of _xHHHH_, or 0. */
static unsigned escape(const char *text, size_t length)
{
    unsigned code = 0;
    if (length < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_')
        return 0;
    for (size_t i = 2; i < 6; i++) {
        const char *digits = "0123456789ABCDEFabcdef", *at = strchr(digits, text[i]);
        if (at == NULL || text[i] == '\0')
            return 0;
        code = code * 16 + (unsigned)(at - digits) - (at - digits >= 16 ? 6u : 0u);
    }
    return code < 0x80 ? code : 0;
}

size_t tl__xml_unescape(char *text, size_t length)
{
    size_t to = 0;
    for (size_t at = 0; at < length;) {
        unsigned code = escape(text + at, length - at);
        text[to++] = code == 0 ? text[at] : (char)code;
        at += code == 0 ? 1 : 7;
    }
    return to;
}
