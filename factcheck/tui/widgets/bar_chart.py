"""Bars with their figures beside them."""

from __future__ import annotations

from textual.app import ComposeResult, RenderResult
from textual.color import Color
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static
from textual_plotext import PlotextPlot

from factcheck.tui.charts import Bar, Chart

_FULL, _REST = "▇", "░"
"""The part and what is missing to the whole: told apart without colours."""

_THIN = 0.01
"""So that each bar fills exactly the line that it has."""


class Bars(PlotextPlot):
    """One bar a line, the longest as wide as there is room; labels and figures stand in widgets of their own.

    Names never go through the plot: it would obey their escape sequences, and counts characters where cells count.
    """

    def __init__(self, bars: tuple[Bar, ...]) -> None:
        super().__init__()
        self._bars = bars
        self.styles.height = len(bars)

    def render(self) -> RenderResult:
        """Draw in the colours of the theme at hand."""
        plt = self.plt
        plt.clear_figure()
        plt.frame(frame=False)
        plt.xlim(0, max(1, *(bar.whole for bar in self._bars)))
        places = list(range(len(self._bars), 0, -1))
        for marker, lengths, hue in (
            (_REST, [bar.whole for bar in self._bars], "secondary"),
            (_FULL, [bar.part for bar in self._bars], "primary"),
        ):
            shown = [(place, length) for place, length in zip(places, lengths, strict=True) if length]
            if shown:
                at, long = zip(*shown, strict=True)
                colour = Color.parse(self.app.theme_variables[hue]).rgb
                plt.bar(at, long, orientation="horizontal", width=_THIN, minimum=0, marker=marker, color=colour)
        plt.ylim(1, max(2, len(self._bars)))
        plt.xticks([])
        plt.yticks([])
        return super().render()


class BarChart(Vertical):
    """A title, and for each bar its label and its figures before it."""

    def __init__(self, chart: Chart, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._chart = chart

    def compose(self) -> ComposeResult:
        """Title, labels, figures, bars."""
        chart = self._chart
        legend = f"   {_FULL} {_REST} {chart.legend}" if chart.legend else ""
        yield Static(Content.assemble((chart.title, "bold $text-primary"), (legend, "$secondary")), markup=False)
        if not chart.bars:
            yield Static("nothing yet", markup=False)
            return
        with Horizontal(classes="bars"):
            yield Static(_column([bar.label for bar in chart.bars]), classes="bar-labels", markup=False)
            yield Static(_column([bar.figures for bar in chart.bars]), classes="bar-figures", markup=False)
            yield Bars(chart.bars)


def _column(lines: list[str]) -> Content:
    return Content("\n".join(lines))
