// The whole public interface of Entente.
#ifndef ENTENTE_ENTENTE_H_
#define ENTENTE_ENTENTE_H_

#include "entente/actor_tables.h"
#include "entente/article.h"
#include "entente/document.h"
#include "entente/engine.h"
#include "entente/explain.h"
#include "entente/lexicon.h"
#include "entente/record.h"
#include "entente/result.h"
#include "entente/span.h"

#endif  // ENTENTE_ENTENTE_H_
