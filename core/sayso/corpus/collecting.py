"""From an item to an index: what rules on many items keep of it."""

from __future__ import annotations

from sayso.corpus.store import CollectError, CorpusIndex
from sayso.errors import said
from sayso.plugins.host import PluginHost
from sayso.report import Failure
from sayso.rules.item import Item
from sayso.stopping import asked_to_stop
from sayso.traces import kept


def collected(index: CorpusIndex, item: Item, host: PluginHost) -> tuple[Failure, ...]:
    """Add an item to an index; gives the failure where a rule cannot collect it, which leaves the item out."""
    cause: BaseException
    try:
        index.add(item)
    except CollectError as error:
        plugin = host.owner("sayso_rules", error.rule)
        words = f"rule {error.rule} (plugin {plugin}) failed while collecting: {error.words}"
        cause = error.__cause__ or error
    except BaseException as error:  # the index cannot be written to, or the words of a plugin's language fail
        if asked_to_stop(error):
            raise
        words = f"collecting for rules on many items failed: {said(error)}"
        cause = error
    else:
        return ()
    retrieval = item.record.retrieval
    return (Failure(retrieval.path, "rule-crash", words, retrieval.locator, cause=kept(cause)),)
