"""Verbs by which a headline says that somebody did a wrong. Origin: written for sayso."""

from __future__ import annotations

#: The accusing verbs by which a headline says that somebody did it, with the beginning that all their forms share.
STEMS = {
    **dict.fromkeys(("embezzled", "embezzles"), "embezzl"),
    **dict.fromkeys(("defrauded", "defrauds"), "fraud"),
    **dict.fromkeys(("bribed", "bribes"), "brib"),
    **dict.fromkeys(("stole", "steals"), "st"),
    **dict.fromkeys(("raped", "rapes"), "rap"),
    **dict.fromkeys(("molested", "molests"), "molest"),
    **dict.fromkeys(("tortured", "tortures"), "tortur"),
    **dict.fromkeys(("murdered", "murders"), "murder"),
    **dict.fromkeys(("laundered", "launders"), "launder"),
    **dict.fromkeys(("smuggled", "smuggles"), "smuggl"),
    **dict.fromkeys(("extorted", "extorts"), "extort"),
    **dict.fromkeys(("blackmailed", "blackmails"), "blackmail"),
    **dict.fromkeys(("forged", "forges"), "forg"),
    **dict.fromkeys(("falsified", "falsifies"), "falsif"),
    **dict.fromkeys(("plagiarised", "plagiarises", "plagiarized", "plagiarizes"), "plagiari"),
    **dict.fromkeys(("rigged", "rigs"), "rig"),
    **dict.fromkeys(("harassed", "harasses"), "harass"),
    **dict.fromkeys(("abused", "abuses"), "abus"),
    **dict.fromkeys(("assaulted", "assaults"), "assault"),
    **dict.fromkeys(("cheated", "cheats"), "cheat"),
    **dict.fromkeys(("misled", "misleads"), "misle"),
    **dict.fromkeys(("sabotaged", "sabotages"), "sabotag"),
    **dict.fromkeys(("groomed", "grooms"), "groom"),
    **dict.fromkeys(("poisoned", "poisons"), "poison"),
    **dict.fromkeys(("looted", "loots"), "loot"),
    **dict.fromkeys(
        ("pocketed", "pockets", "siphoned", "siphons", "diverted", "diverts", "swindled", "swindles"), "take"
    ),
    **dict.fromkeys(("fleeced", "fleeces"), "take"),
    **dict.fromkeys(("faked", "fakes", "doctored", "doctors"), "fak"),
    **dict.fromkeys(("torched", "torches"), "torch"),
    **dict.fromkeys(("bullied", "bullies"), "bull"),
    **dict.fromkeys(("hacked", "hacks"), "hack"),
    **dict.fromkeys(("dodged", "dodges", "evaded", "evades"), "dodg"),
    **dict.fromkeys(("leaked", "leaks"), "leak"),
}
#: Beginnings that other words have too: only these are forms of it.
FORMS = {
    "st": frozenset("steal steals stealing stole stolen theft".split()),
    "rap": frozenset("rape rapes raped raping rapist".split()),
    "rig": frozenset("rig rigs rigged rigging".split()),
    "forg": frozenset("forge forges forged forging forgery forgeries".split()),
    "fraud": frozenset("fraud frauds fraudulent defraud defrauds defrauded defrauding".split()),
}
#: What is told by more verbs than one: beginnings of all of them.
KIN = {
    "take": (
        "pocket",
        "siphon",
        "divert",
        "swindl",
        "fleec",
        "embezzl",
        "misappropriat",
        "stol",
        "steal",
        "theft",
        "fraud",
    ),
    "fak": ("fake", "faki", "doctor", "forg", "falsif", "fabricat"),
    "torch": ("torch", "arson", "fire", "burn"),
    "bull": ("bully", "bulli", "harass"),
    "dodg": ("dodg", "evad", "evasion", "avoid"),
}
#: What these must have been done to: other things are stolen, rigged and forged in figures of speech.
OBJECTS = {
    "take": frozenset(
        """money cash millions funds savings pensions wages fares fees aid donations taxes investors pensioners widows
        savers customers clients pay salaries grant grants relief""".split()
    ),
    "fak": frozenset(
        """results documents papers records data signatures certificates receipts invoices degree degrees passports
        minutes accounts tests""".split()
    ),
    "dodg": frozenset("tax taxes duty duties fares fines customs levy".split()),
    "leak": frozenset("letter letters memo emails documents report file files papers secrets exam exams plans".split()),
    "hack": frozenset("emails phones phone accounts database server servers website site computers".split()),
    "st": frozenset(
        """money cash millions funds savings pensions wages jewels jewellery car cars data ledger ledgers documents
        files art paintings votes donations""".split()
    ),
    "rig": frozenset("vote votes election elections tender tenders bid bids auction poll polls exam exams".split()),
    "forg": frozenset("signature signatures document documents papers records passports cheques ledgers".split()),
    "smuggl": frozenset("drugs cocaine weapons guns arms migrants people cash gold cigarettes ivory".split()),
    "launder": frozenset("money cash millions funds profits".split()),
}
