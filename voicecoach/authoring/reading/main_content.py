"""Which part of a page is what somebody wrote, and what the site puts around and into it: tables, and two searches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from justhtml.dom import Node

from voicecoach.late_patterns import late

BESIDE_TAGS = frozenset(
    re.findall(
        r"\S+",
        "head nav aside footer select option textarea input iframe object embed video audio canvas script "
        "style noscript template svg dialog menu title",
    )
)
"""Elements that never hold the session."""
BESIDE_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "menu"})
"""What a page itself says that an element is."""
BESIDE_WORDS = (
    # ways to elsewhere
    "nav|navbar|navigation|menu|breadcrumbs?|skip-?link|toc|table-of-contents|pagination|pager|prev-?next",
    # what others wrote
    "comments?|respond|replies|reactions?|disqus|reviews?",
    # other pages of the site
    "related|related-?(?:posts?|articles?|stories)|recommended|recommendations|you-?may-?(?:also-?)?like|popular|trending",
    "read-?(?:more|next)|more-?(?:stories|posts|articles)|sidebar|widget-area|masthead|site-?(?:header|footer)|footer",
    # to be shared, followed, bought, agreed to
    "share|sharing|social|follow-?us|ads?|adverts?|advertisement|advertising|sponsor|sponsored|promos?|affiliate",
    "newsletter|subscribe|subscription|sign-?up|login|paywall|cookies?|consent|gdpr|popup|modal",
    # about the page
    "byline|author-?(?:bio|box)|(?:post|entry|article)-?meta|tags?-?(?:list|links)",
    # for other readers than the one who looks at it
    "screen-?reader-?text|sr-only|visually-hidden|print-?only",
)
"""Words by which sites call what isn't the content, in classes and ids."""
_PARTS = "list|section|area|wrap|wrapper|container|box|block|body|form|bar|buttons?|links|icons|content|inner|item"
_BESIDE_NAME = re.compile(
    rf"(?!(?:has|with|no|without|is|not)[-_])(?:[\w-]+?[-_]+)?(?:{'|'.join(BESIDE_WORDS)})(?:[-_]+(?:{_PARTS}|\d+))*",
    re.IGNORECASE,
)
"""One class or id: such a word with what may stand before and behind it, but not `has-sidebar`."""
_CONTENT_NAME = late(
    r"(?:article|post|entry|main|story|page|blog)[-_]?(?:body|content|text)|content[-_]?body", re.IGNORECASE
)
_FOLDED = late(r"accordion|collaps|tab-?pane|tab-?content|toggle|panel|faq", re.IGNORECASE)
"""What is hidden only until it is unfolded."""
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt"})
"""What may be a button to unfold what follows."""
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
LEAST_SHARE = 0.4
"""What holds less of a page's text than this isn't its main content; what holds more is, whatever it is called."""
MAX_DEPTH = 100
"""What is nested deeper than this isn't read: no page is."""
_MOST_CHARACTERS = 80
_Test = Callable[[Node], bool]


def beside(page: Node) -> set[int]:
    """The ids (`id()`) of the elements of a page that are not, with all that is in them, what the author wrote."""
    inside = list(_elements(page, lambda node: not _is_never_content(node)))
    sizes = _sizes(inside)
    most = LEAST_SHARE * sizes[id(page)]
    named = {id(node) for node in inside if sizes[id(node)] < most and (_is_named_beside(node) or _is_top(node))}
    return named | {id(one) for node in inside for one in node.children or () if _is_never_content(one)}


def main_part(page: Node, without: set[int]) -> Node:
    """The element with the main content: `main`, an article, or what its class calls so; the whole page if none is."""
    inside = list(_elements(page, lambda node: id(node) not in without))
    sizes = _sizes(inside)
    least = LEAST_SHARE * sizes[id(page)]
    large = [node for node in inside if sizes[id(node)] >= least and _is_named_content(node)]
    return min(large, key=lambda node: sizes[id(node)], default=page)


def _is_never_content(node: Node) -> bool:
    if node.name.startswith(("#", "!")):
        return node.name not in {"#text", "#document"}
    if node.name in BESIDE_TAGS or (node.attrs or {}).get("role") in BESIDE_ROLES:
        return True
    return _is_hidden(node) and not any(_FOLDED.search(name) for name in _names(node))


def _is_hidden(node: Node) -> bool:
    attributes = node.attrs or {}
    return (
        (node.name == "button" and (node.parent is None or node.parent.name not in _HEADS))
        or "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or _HIDDEN_STYLE.search(attributes.get("style") or "") is not None
    )


def _is_named_beside(node: Node) -> bool:
    if node.name == "form":
        return True
    return node.name not in {"html", "body", "main", "article"} and any(map(_names_beside, _names(node)))


def _is_top(node: Node) -> bool:
    """Whether it is the head of the site rather than of the text."""
    return node.name == "header" and node.parent is not None and node.parent.name == "body" and not node.query("h1")


def _is_named_content(node: Node) -> bool:
    if node.name in {"main", "article"} or (node.attrs or {}).get("role") == "main":
        return True
    return any(_CONTENT_NAME.fullmatch(name) for name in _names(node))


@lru_cache(maxsize=4096)
def _names_beside(name: str) -> bool:
    return _BESIDE_NAME.fullmatch(name) is not None


def _names(node: Node) -> list[str]:
    """What a site calls an element."""
    attributes = node.attrs or {}
    called = " ".join(attributes.get(key) or "" for key in ("class", "id", "itemprop", "role"))
    return [name[:_MOST_CHARACTERS] for name in called.split()]


def _elements(page: Node, is_inside: _Test) -> Iterator[Node]:
    """The elements that are inside, in order."""
    open_nodes = [(page, 0)]
    while open_nodes:
        node, depth = open_nodes.pop()
        yield node
        if depth < MAX_DEPTH:
            inner = [one for one in node.children or () if one.name != "#text" and is_inside(one)]
            open_nodes.extend((one, depth + 1) for one in reversed(inner))


def _sizes(elements: list[Node]) -> dict[int, int]:
    """How many characters of text each has, by its id."""
    sizes: dict[int, int] = {}
    for node in reversed(elements):
        own = sum(len(str(one.data or "").strip()) for one in node.children or () if one.name == "#text")
        sizes[id(node)] = own + sum(sizes.get(id(one), 0) for one in node.children or ())
    return sizes
