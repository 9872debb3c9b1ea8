"""Words to subwords, each word by itself, as BERT's uncased tokeniser cuts them."""

import functools

from tokenizers import BertWordPieceTokenizer


class WordPiece:
    def __init__(self, vocabulary_file, max_subwords=8):
        self.tokenizer = BertWordPieceTokenizer(vocabulary_file, lowercase=True)
        self.cls = self.tokenizer.token_to_id("[CLS]")
        self.unknown = self.tokenizer.token_to_id("[UNK]")
        self.max_subwords = max_subwords
        self.cut = functools.lru_cache(maxsize=None)(self._cut)

    def _cut(self, form):
        ids = self.tokenizer.encode(form, add_special_tokens=False).ids
        return tuple(ids[: self.max_subwords]) or (self.unknown,)
