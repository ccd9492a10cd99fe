"""The toll of the article of a casualty claim: a line of the panel, and the words it rests on, lit in the article."""

from __future__ import annotations

from functools import partial

from factcheck.model import Article
from factcheck.review.tolls import grounds, has_toll, shown_tolls, toll_facts
from factcheck.store import Store
from factcheck.tui.screens.desk import DeskScreen
from factcheck.verify.tolls import Tolls

_QUICK = 20_000
"""Code points of an article whose toll takes some milliseconds: a label may wait for so long, for more it may not."""


class Tolling(DeskScreen):
    """Reckons one article's toll when its first casualty claim comes to hand, and keeps it while it is shown."""

    _tolled: tuple[Article, Tolls] | None = None
    _tolling: Article | None = None

    def _show_claim(self, *, ask: bool = True) -> None:
        """Show the claim at hand, and beside a casualty claim what its article amounts to."""
        super()._show_claim(ask=ask)
        claim, stored = self._claim_at_hand(), self._article_at_hand()
        if claim is None or stored is None:
            return
        if not has_toll(claim.claim.type):
            self.article_view.ground(())
        elif self._tolled is not None and self._tolled[0] is stored.article:
            self._show_toll(claim.id, *self._tolled)
        elif self._tolling is not stored.article:
            self._reckon(stored.article)

    def _reckon(self, article: Article) -> None:
        def reckon(_: Store) -> Tolls:
            return shown_tolls(article)

        self._tolling = article
        ask = self.ask if len(article.text) <= _QUICK else self.ask_walker
        ask(reckon, partial(self._take_toll, article), topic="toll", otherwise=lambda _: None)

    def _take_toll(self, article: Article, tolls: Tolls) -> None:
        """Show a toll, if a casualty claim of its article is still at hand."""
        self._tolled = article, tolls
        self._tolling = None
        claim, stored = self._claim_at_hand(), self._article_at_hand()
        if claim is not None and stored is not None and stored.article is article and has_toll(claim.claim.type):
            self._show_toll(claim.id, article, tolls)

    def _show_toll(self, claim_id: int, article: Article, tolls: Tolls) -> None:
        toll, *counted = toll_facts(article, tolls) or (None,)
        if toll is not None:
            self.panel.aside(claim_id, "toll", [toll])
            self.panel.aside(claim_id, "counted", counted)
        self.article_view.ground(grounds(tolls))
