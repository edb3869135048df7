# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Words that say nothing about what a person looks for, above all the words a question is made of."""

from friedensplatz.search.analysis.words import fold, fold_german

_WORDS = {
    "de": """
        ab aber alle allem allen aller alles als also am an ander andere anderen anderer anders ans auch auf aufs aus außer
        bei beide beiden beim bekomme bekommen bevor bin bis bist bitte brauche brauchen braucht bzw da dabei dadurch
        dafür dagegen daher damit danach dann daran darauf darf darum das dass dasselbe davon dazu dein deine deinem
        deinen deiner deines dem demselben den denen denn denselben der deren derer derselbe derselben des deshalb
        desselben dessen dich die dies diese dieselbe dieselben diesem diesen dieser dieses dir doch dort du durch
        dürfen dürfte durfte durften ein eine einem einen einer eines einig einige einigem einigen einiger einiges
        einmal er es etwa etwas euch euer eure finde finden findet für fürs gab galt ganz gar geben gegen gehabt geht
        gelten genannt gern gerne gewesen gibt gilt hab habe haben hallo hat hätte hatte hätten hatten heißen heißt
        hier hieß hießen hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem innen ins irgendwie
        ist ja je jede jedem jeden jeder jedes jemand jene jenem jenen jener jenes jetzt jeweils kann kannst kein
        keine keinem keinen keiner keines komme kommen kommt können könnt könnte konnte konnten könnten könntest
        lassen lässt ließ ließen machen macht mal man manche manchem manchen mancher manches mehr mein meine meinem
        meinen meiner meines meist meisten mich mir mit möchte möchten muss müssen müsste musste müssten mussten nach
        nachdem nennen nennt nicht nichts noch nun nur ob oder oft ohne schon sehr sei seien sein seine seinem seinen
        seiner seines seit selbst sich sie sind so solche solchem solchen solcher solches soll sollen sollte sollten
        sondern sonst sowie suche suchen sucht tun über übers um und ums uns unser unsere unserem unseren unserer unseres unter
        viel viele vielen vom von vor während wann war wäre wären waren warum was weil weiter welche welchem welchen
        welcher welches wem wen wenn wer werde werden weshalb wessen wie wieder wieso will wir wird wo wobei wodurch
        wofür woher wohin wollen wollte wollten womit wonach woran worauf woraus worden worin worüber worum wovon
        wovor wozu wurde würde wurden würden zu zum zur zwar zwischen
    """,
    "en": """
        a about am an and any anyone are as at be been but by can could did do does for from get has have he her here
        hi him his how i if in into is it its just like may me more my need no not of on or our please she should so
        some that the their them then there these they this to us want was we were what when where which who whom
        whose why will with would you your
    """,
    "tr": "acaba ama bana ben bir biz bu da daha de değil gibi hangi için ile kim mi mı mu mü nasıl ne nerede o olarak "
    "şu ve veya ya",
    "pl": "a ale co czy dla do gdzie i ja jak jest kiedy kto ktoś które który która mam mi mnie na nie o od po przez "
    "się są to w we z za ze że",
    "uk": "а або але в ви де для до є з за і й коли кому ми мені на не ні про та то у хто це чи що що як який яка які я",
    "ru": "а в вы где для до и или из как какой когда кто мне мы на не но о от по с то у что это я",
    "ar": "أن أنا أين إلى التي الذي عن على في كيف لا ما متى من مع هذا هذه هل هو هي و يمكن",
    "ro": "a al am are au ca care ce cine cu cum de din este eu în la mă mi nu o pe pentru să se și sunt un unde",
    "fr": "à au aux avec ce ces comment dans de des du elle en est et il je l la le les ma mais me mes mon ne nous où "
    "ou par pas pour quand que quel quelle qui se ses son sur un une vous",
    "es": "a al como con cuando cuál de del dónde el ella en es esta este hay la las lo los me mi mis no o para pero "
    "por puedo que qué quién se si su un una y yo",
}

STOPWORDS: dict[str, frozenset[str]] = {
    language: frozenset(map(fold_german if language == "de" else fold, words.split()))
    for language, words in _WORDS.items()
}


# After these stands what kind of answer is wanted ("which muscle …"): the answer itself need not say it.
_ASKING = ("welch", "which", "wie", "how")


def asks_for_next(word: str) -> bool:
    """Whether the next word only names the kind of answer that is wanted."""
    return word.lower().startswith(_ASKING)


def says_nothing(word: str, languages: tuple[str, ...]) -> bool:
    """Whether a word is a stop word in one of the languages."""
    return any(
        (fold_german(word) if language == "de" else fold(word)) in STOPWORDS.get(language, ()) for language in languages
    )
