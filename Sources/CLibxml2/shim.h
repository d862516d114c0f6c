#include <libxml/xmlversion.h>

// Where the library is built with ICU its headers bring in ICU's, which clash with those that Swift's Foundation has. Only the end of
// a structure that nobody here looks into differs without them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>

// Reads `length` bytes of ASCII into a tree without network, entities or messages. `is_whole` says whether all of it was read:
// the library stops where elements are too deep inside one another. The fields that tell are deprecated in later versions.
static inline htmlDocPtr annals_read_html(const char *bytes, int length, int *is_whole) {
    htmlParserCtxtPtr context = htmlNewParserCtxt();
    if (context == NULL) return NULL;
    int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    htmlDocPtr document = htmlCtxtReadMemory(context, bytes, length, NULL, "UTF-8", options);
    *is_whole = document != NULL && !context->disableSAX;
    htmlFreeParserCtxt(context);
    return document;
}
