// What Swift needs of libxml2. Order matters: the ICU switch must be undone before any other
// libxml header is read, else ICU's types clash with those of Foundation («UErrorCode has
// different definitions in different modules»).
#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>

/// Frees memory that libxml2 gave out; `xmlFree` itself is a mutable global, which Swift 6 refuses.
static inline void clibxml2_free(void *memory) { xmlFree(memory); }

#endif
