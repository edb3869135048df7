# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Figures as Markdown, for the terminal and for results.md alike."""


def table(title, heads, rows):
    """A Markdown table with a heading, columns padded so that it also reads well in a terminal."""
    cells = [[str(cell) for cell in row] for row in [heads, *rows]]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in cells
    ]
    ruler = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([f"## {title}", "", lines[0], ruler, *lines[1:], ""])


def share(part, whole):
    return f"{part / whole:.3f}" if whole else "–"
