"""Headings of what sites put under and between articles, captions of pictures, and notices, as named tables.

A pattern must match the whole line (case ignored). Each entry says why no line of an article is like it.
"""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """A pattern over a whole line in small letters, and why it is no part of an article."""

    pattern: str
    reason: str
    needs: tuple[str, ...] = ()
    """For a pattern that can begin with anything: what a line has at least one of where it matches."""
    also: tuple[str, ...] = ()
    """What it has one of besides; () where the first says enough."""
    never_last: str = ""
    """Characters of which it has none at its end: most lines of an article end in one of them."""


COMMENTS = (
    Rule(
        (
            r"(?:there (?:is|are) )?(?:\d[\d,.]*|no) ?(?:user |reader |readers'? )?comments?(?: so far| on "
            r"this (?:article|story|post))?(?: on .{1,150}| to .{1,150}| for .{1,150})?(?: \(\d+\))?"
        ),
        "counter that heads a thread",
    ),
    Rule(
        (
            r"(?:(?:all|latest|recent|your|reader|readers['’]?|reader['’]s|users?['’]?|user['’]s|public"
            r"|facebook|disqus|view|show|hide|load|see|read|top|newest|oldest|featured|new) )*comments?(?: "
            r"section| \(?\d*\)?| below| here| closed)?"
        ),
        "heads a thread",
    ),
    Rule(r"comments? (?:are|is) (?:now )?(?:closed|disabled|off|moderated).{0,80}", "a thread's state"),
    Rule(
        (
            r"(?:leave|post|add|write|submit|make|share|send)(?: us)? (?:a|your|the first|new) (?:public |new "
            r")?(?:comments?|reply|response|thoughts|opinion)s?.{0,60}"
        ),
        "form under a thread",
    ),
    Rule(
        (r"(?:\d+|one|two|three) (?:thoughts?|responses?|replies|reactions?|opinions?)(?: (?:on|to) " r".{1,200})?"),
        "blog's head of a thread",
    ),
    Rule(r"join (?:the|our|in the) (?:conversation|discussion|debate).{0,60}", "form under a thread"),
    Rule(
        (
            r"(?:have your say|what do you think\??|be the first to comment.{0,40}|discussion|discussion "
            r"\(\d+\)|responses?|readers?['’]? (?:opinions?|feedback|views|reactions?|letters))"
        ),
        "heads a thread",
    ),
    Rule(
        (
            r"(?:you must|please)?(?: be)? ?(?:log|logged|sign|signed)[ -]?in(?:to)? (?:to|or register to) "
            r"(?:leave|post|add|make|write|reply|join).{0,60}"
        ),
        "form of a thread",
    ),
    Rule(
        (
            r"(?:deixe (?:um comentário|uma resposta)|comentários?|commenti|lascia un commento|comentarios"
            r"|deja (?:un comentario|una respuesta)|commentaires|laisser un commentaire|kommentare?|kommentar "
            r"(?:schreiben|verfassen)|комментарии|добавить комментарий|コメント|댓글)[ :(\\d)]*"
        ),
        "the same, in other languages",
    ),
    Rule(r"(?:view|see) the (?:discussion|comment) thread\.?", "link to a thread"),
    Rule(
        r"(?:sort(?:ed)? (?:comments )?by|newest first|oldest first|most (?:liked|voted)).{0,40}", "tools of a thread"
    ),
)

RELATED = (
    Rule(
        (
            r"(?:related|recommended|suggested|similar|associated|sponsored|promoted|featured|trending|popular"
            r"|top|latest|recent|more|other|further|previous|most recent|editor['’]?s['’]?|don['’]t miss)(?: "
            r"[\w&']+)? ?(?:contents?|articles?|stories|story|posts?|news|links?|topics?|coverage|reading"
            r"|headlines|items|videos?|picks?|choices?|pages|reports?|searches|galleries|photos?|pieces"
            r"|reads?)(?: (?:in|on|from|by|for|about|today|now|here|this|the|of)\b.{0,50})? ?:?"
        ),
        "heads a list of other pages",
    ),
    Rule(
        (
            r"(?:related|recommended|trending|popular|read (?:more )?on (?:the|this) (?:subject|topic)|see also"
            r"|read also|also read|also see|read more|read "
            r"next|up next|watch next|next up|must[ -]reads?|more like this|most[ -]read|most popular|most[ "
            r"-]viewed|most[ -]commented|most[ -]discussed|most[ -]shared|most[ -]watched|most recent|latest"
            r"|more news|in other news|(?:news |also )?in brief|in case you missed it|icymi|around the web"
            r"|from around the web|from "
            r"the web|from our partners|elsewhere on .{1,40}|also on .{1,40}|keep reading|continue reading"
            r"|what to read next|editor['’]?s['’]? picks?|editor['’]?s['’]? choice|don['’]t miss|hot topics?"
            r"|photo gallery|live tv.{0,30}|sponsored|sponsored links|advertisement feature|promoted|paid "
            r"content|breaking news|top news|only news|story timeline|previous story|next story|previous "
            r"article|next article|previous post|next post|« .{0,100}) ?:?"
        ),
        "heads a list of other pages",
    ),
    Rule(r".{0,100} » ?:?", "heads a list of other pages", (" »",)),
    Rule(
        (
            r"(?:more|read more|see more|watch more|latest|popular|trending|most (?:read|popular|viewed|shared"
            r"|watched)|top stories|the latest|recommended|highlights|headlines|stories|news) (?:from|on|about"
            r"|in|at|by|for|around) .{1,60}"
        ),
        "heads a list of other pages",
    ),
    Rule(
        (
            r"(?:you (?:may|might)(?: also)? (?:like|be interested in|enjoy|have missed)|you['’]ll also like"
            r"|readers also (?:read|liked)|people also (?:read|ask)|others (?:also )?read|we (?:also "
            r")?recommend|recommended for you|for you|more for you|stories for you|selected for you|before "
            r"you go|this article is related to|more stories|(?:want|need|looking for) more\b).{0,80}"
        ),
        "heads a list of other pages",
    ),
    Rule(
        (
            r"(?:our )?(?:upcoming events|latest videos?|latest stories|photo galler(?:y|ies)|featured (?:post"
            r"|video|stories)|popular posts|recent posts|blog archive|archives?|categories|labels|tags?"
            r"|topics?|related tags|related topics|filed under|tagged)(?: with| in)?(?: ?:.{0,250})?|in this "
            r"(?:article|story)"
        ),
        "heads a list of labels",
    ),
    Rule(
        (
            r"(?:материалы по теме|читайте также|похожие (?:новости|статьи)|関連記事|関連ニュース"
            r"|あわせて読みたい|artículos "
            r"relacionados|noticias relacionadas|lea también|te puede interesar|leia (?:também|mais)|artigos? "
            r"relacionad[oa]s|você (?:também )?(?:pode|poderá) (?:também )?(?:gostar|se interessar)|articoli "
            r"correlati|potrebbe interessarti|leggi anche|veja também|articles? liés?|à lire aussi|lire aussi"
            r"|das könnte sie auch interessieren|mehr zum thema|lesen sie auch"
            r"|많이 본 .{0,20}|관련기사|相关新闻|相关阅读"
            r"|вам также может быть интересно).{0,40}"
        ),
        "the same, in other languages",
    ),
)

END = (
    Rule(r"(?:copyright|©|\(c\)|ⓒ).{0,300}", "owner's notice"),
    Rule(r".{0,120}all rights reserved.{0,250}", "owner's notice", ("all rights reserved",)),
    Rule(
        (
            r"(?:about (?:the author|us|me|this site|this statement)|author bio|the author|contact us|terms "
            r"(?:of|and) (?:use|service|conditions).{0,60}|privacy (?:policy|notice).{0,80}|site (?:map"
            r"|information|index)|follow us.{0,60}|connect with us|quick links|company info|our standards "
            r"?:.{0,80})[: ]*"
        ),
        "foot of a page",
    ),
    Rule(r"(?:sign up|subscribe|register)(?: (?:now|today|here|free))?(?: (?:to|for) .{1,120})?[.!]?", "invitation"),
    Rule(
        (
            r"(?:newsletters?|email newsletters?|get our newsletter|our newsletters?|sign up for .{1,100}"
            r"|stay (?:up to date|informed|connected|tuned).{0,100}|join our .{1,100}|download (?:our|the) "
            r".{0,40}\bapp\b.{0,60})"
        ),
        "invitation",
    ),
    Rule(
        r"(?:.{1,60} )?(?:news )?(?:website|site)(?: of .{1,40})? can also be (?:accessed|opened|found"
        r"|reached) (?:at|via|on|through).{0,100}",
        "other addresses of the site",
        ("can also be",),
    ),
    Rule(
        (
            r"(?:blog )?widgets? by .{1,40}|powered by .{1,40}|(?:template|theme|design(?:ed)?) (?:images "
            r")?by .{1,60}"
        ),
        "remains of a widget",
    ),
    Rule(
        (
            r"(?:this (?:article|story|report|piece) (?:has been adapted|was (?:originally|first) published"
            r"|originally appeared|first appeared)|via syndigate).{0,150}"
        ),
        "where it was taken from",
    ),
    Rule(
        (
            r"(?:-+ ?)?ends?(?: ?-+)?|notes? (?:to|for) editors?.{0,40}|(?:press|media) (?:contacts?|enquiries"
            r"|inquiries)\b.{0,80}"
            r"|for (?:media|press|more|further) (?:enquiries|inquiries|information),? (?:please )?contact.{0,100}"
        ),
        "ends a release: what follows is for editors",
    ),
    Rule(
        (
            r"about (?:the|our) (?:authors?|writers?|contributors?|photographers?|reporters?|columnist"
            r"|journalist)s?.{0,40}"
            r"|report ref.{0,100}not for reproduction.{0,80}"
        ),
        "about the author, or what the owner allows",
    ),
    Rule(r".{1,60}\bmay (?:only )?be reprinted .{1,200}", "what the owner allows", ("reprinted",)),
    Rule(
        (
            r"(?:community rules|the material on this site|registration on or use of this site|use of this "
            r"(?:web)?site|your california privacy|do not sell my).{0,300}"
        ),
        "owner's notice",
    ),
)

CAPTION = (
    Rule(
        (
            r"(?:in (?:this|an?) .{0,45}?\b(?:photo|photograph|picture|image|handout|screen ?grab|still)\b"
            r"|this (?:[\w., ]{1,30})?(?:file )?(?:photo|photograph|picture|image|screen ?grab)\b,? (?:\w+ "
            r")?(?:taken|shows?|released|provided|made|from|by|courtesy|illustration)|(?:a )?(?:file|stock"
            r"|undated|handout|representative|representational) (?:photo|picture|image|photograph)\b|file[ "
            r"-](?:photo|picture|image)|file ?(?::|-|–)).{0,600}"
        ),
        "says that it describes a picture",
    ),
    Rule(
        (
            r"\[?(?:photo|image|picture|caption|photograph|illustration|foto|фото)(?: (?:caption|credit|copyright"
            r"|source|gallery|illustration))?(?: ?[:/|©]| by\b| courtesy| via\b).{0,400}|(?:above|below|left"
            r"|right|pictured|pictured above|video|graphic|map|watch) ?: ?.{0,400}|(?:image|media|photo"
            r"|video) (?:caption|copyright|source|credit)\b.{0,400}"
        ),
        "labelled as caption",
    ),
    Rule(
        (
            r".{0,500}(?:\(|\[)(?:photo|image|picture|credit|photograph|file|ap photo|afp photo|reuters photo"
            r"|pic)s?\b ?(?:[:/|—–-]|by\b|credit|courtesy|via\b)?.{1,80}(?:\)|\])\.?"
        ),
        "ends in a picture credit",
        (")", "]"),
        ("photo", "image", "pic", "credit", "file"),
    ),
    Rule(
        (
            r".{0,500}(?:\(|\[)(?:by (?:ap|afp|reuters|epa|getty images|anadolu|xinhua|tass|sputnik)|[\w. "
            r"]{3,30}/ ?[\w. ]{2,30}(?:/[\w. ]{2,30})?|(?:ap|afp|reuters|epa|getty|getty images|istock"
            r"|shutterstock|anadolu|xinhua|tass|sputnik) (?:photo|file|images?|pool|archives?))(?:\)|\])\.?"
        ),
        "ends in a picture agency",
        (")", "]"),
        ("/", "by ", " photo", " file", " image", " pool", " archive"),
    ),
    Rule(
        (
            r".{0,400}(?:photo|image|picture|credit|photograph|crédit|foto|фото|©|\bvia\b)s?(?: credit| by)? ?: ?[\w./ "
            r",&'’©-]{2,60}"
        ),
        "ends in a picture credit",
        (":",),
        ("photo", "image", "picture", "credit", "crédit", "foto", "фото", "©", "via"),
        '!?…"”»)]',
    ),
    Rule(
        (
            r".{0,80}\b(?:getty images|ap photo|afp photo|shutterstock|istockphoto|reuters pictures"
            r"|associated press photo)\b.{0,60}"
        ),
        "names a picture agency",
        ("getty", "photo", "shutterstock", "reuters p"),
    ),
    Rule(
        (
            r".{20,400}[.!?…”\"\d]\s(?:[\w'’. ]{2,40} archives?|archives? [\w'’. /]{2,40}"
            r"|courtesy(?: of)? [\w'’. ]{2,40})"
            r"|.{20,400}\((?:[\w'’. ]{2,40} )?archives?\)"
        ),
        "ends in a picture archive",
        ("archive", "courtesy"),
    ),
    Rule(
        r".{20,400}(?:[.!?…]| \|) (?:[\w'’]+ ){1,3}/ ?[\w'’. ]{3,30}|.{20,400}[.!?…] \w+/[\w'’]+ [\w'’]+",
        "ends in a picture credit",
        ("/",),
    ),
    Rule(r"\[[\w-]{1,40}\.(?:gif|jpe?g|png)\].{0,400}", "a picture's file and what is on it"),
    Rule(r".{20,400} \| [\w'’-]+ [\w'’-]+", "ends in its photographer", (" | ",)),
    Rule(
        r".{20,400}[.!?…] [\w'’]+ [\w'’]+ for (?:the )?[\w ]{2,30}",
        "ends in its photographer",
        (" for ",),
        never_last='.!?…"”’»):,',
    ),
)

NOTICES = (  # Sentences, unlike the rest: never taken from a line that reports what somebody said.
    Rule(
        (
            r".{0,200}\b(?:we|this (?:web)?site|our (?:web)?sites?|our partners|[\w.]{2,30}) (?:and our "
            r"partners )?(?:use|uses|using|store|stores)\b.{0,60}\bcookies?\b.{0,400}"
        ),
        "cookie notice",
        ("cookie",),
    ),
    Rule(
        (
            r".{0,200}\b(?:use of cookies|accept (?:all )?cookies|cookie (?:policy|preferences|settings"
            r"|consent)|privacy policy|terms of (?:use|service)|consent to (?:the|our)|by (?:continuing"
            r"|clicking|signing up|subscribing|registering|submitting|using)\b.{0,80}\byou(?:r)?)\b.{0,300}"
        ),
        "cookie or consent notice",
        ("cookie", "privacy policy", "terms of ", "consent to ", "you"),
        (
            *("cookie", "privacy policy", "terms of ", "consent to ", "by continuing", "by clicking", "by signing up"),
            *("by subscribing", "by registering", "by submitting", "by using"),
        ),
    ),
    Rule(
        (
            r".{0,150}\b(?:subscribe|sign up|signing up|sign-up|log in|newsletter|unsubscribe|your inbox|free "
            r"trial|per month|turn on notifications|enable notifications|push notifications|ad ?blocker"
            r"|disable your ad|enable javascript|javascript (?:is|must|has)|your browser (?:does|is|has"
            r"|settings|to)|email address|password|create an account|your account|your "
            r"subscription)\b.{0,100}\b(?:our|your|you|please)\b.{0,200}"
        ),
        "subscription notice",
        ("you", "our", "please"),
        (
            *("subscri", "sign", "log in", "newsletter", "inbox", "free trial", "per month", "notifications"),
            *("blocker", "your ad", "javascript", "your browser", "email address", "password", "account"),
        ),
    ),
    Rule(
        (
            r"(?:you have (?:\d+|one|two|three|no) (?:free )?(?:articles?|stories) left.{0,80}|(?:keep"
            r"|continue) reading for .{1,60}"
            r"|(?:get|enjoy) (?:unlimited|full) access .{1,150}|(?:try|subscribe"
            r"|subscription)\b.{0,80}\bfree for .{1,60}"
            r"|be the first to know .{1,150}|get our free .{1,200}|become a (?:member|supporter|patron).{0,100}"
            r"|(?:\d[\d.,]* )?(?:people|readers) have signed\b.{0,100}|sign the petition.{0,60}"
            r"|keep me informed .{1,120}"
            r"|you are receiving this .{1,150}|was this forwarded .{1,150}|this (?:episode|newsletter"
            r"|podcast) is (?:brought|sponsored).{1,200}"
            r"|if you (?:find|see|spot) an? (?:error|typo|mistake) .{1,150}|have you (?:been"
            r"|had) .{1,200}\bget in touch\b.{0,60}"
            r"|are you (?:in|at|affected) .{1,200}\bget in touch\b.{0,60})"
        ),
        "offer to the reader",
    ),
    Rule(
        r".{1,100}\b(?:try it free for|straight to your inbox|in your inbox)\b.{0,80}",
        "offer to the reader",
        ("you", "try it free"),
        ("your inbox", "try it free"),
    ),
    Rule(
        (
            r"(?:follow|like|find|join|visit|contact|email|e-mail|tweet|write to|reach|call) (?:us|me|him|her"
            r"|them|the author|our|@?\w+ \w+)\b.{0,60}\b(?:on|at|via)\b ?(?:facebook|twitter|instagram"
            r"|telegram|whatsapp|youtube|linkedin|our|@|[\w.-]+@).{0,200}"
        ),
        "invitation to follow",
    ),
    Rule(
        (
            r"(?:your e-?mail address will not.{0,100}|required fields.{0,60}|you are signed in.{0,30}|signed "
            r"in as.{0,60}|these are external links|media playback is (?:un)?supported|to play the content"
            r"|copy this link|read more about sharing|sorry,? (?:this|we).{0,60}|an error (?:has "
            r")?occurred.{0,100}|there was an error.{0,100}|thanks? (?:you )?for (?:signing|subscribing"
            r"|reading).{0,60}|please (?:check|enter|try|log|sign|enable|fill|wait|note that comments).{0,150}"
            r"|check your email.{0,100}|you can unsubscribe.{0,150}|we['’]ll (?:send|never).{0,150}|no "
            r"spam.{0,150}|press release distribution.{0,60}|invalid email.{0,60}|have a (?:news )?(?:tip"
            r"|story)\?.{0,200}|got a (?:news )?(?:tip|story)\?.{0,200}|send (?:us )?(?:your|a) (?:news|tips?"
            r"|story).{0,100})"
        ),
        "messages of a form",
    ),
    Rule(
        (
            r"(?:(?:when|if) you (?:purchase|buy) .{0,60}links.{0,200}|(?:this (?:article|post"
            r"|page) (?:may )?contains? affiliate).{0,150})"
        ),
        "where the money comes from",
    ),
    Rule(
        r"(?:the )?[\w'’. ]{1,30} (?:is|are) (?:supported|funded) by (?:its|our) (?:audience|readers).{0,300}",
        "where the money comes from",
        ("supported by ", "funded by "),
    ),
)
