"""The words that audience figures are told in, by the metric that they count."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.grammar.text import word_set

_NOUNS: Mapping[str, str] = {
    "views": "views|clicks|hits|pageviews|page views|impressions|video views",
    "viewers": "viewers|watchers|televiewers",
    "visitors": "visitors|visits|unique users|site visits",
    "likes": "likes|hearts|upvotes|reactions|thumbs up|thumbs-up|favorites|favourites",
    "dislikes": "dislikes|downvotes|thumbs down",
    "shares": "shares|retweets|reposts|re-tweets",
    "comments": "comments|replies",
    "followers": "followers",
    "subscribers": "subscribers|subscriptions",
    "streams": "streams|plays|listens|listeners",
    "downloads": "downloads|installs",
    "signatures": "signatures|signatories|signers",
    "copies": "copies|tickets|records|albums|singles|books",
    "attendance": "attendees|spectators|concertgoers|participants",
}
NOUNS: Mapping[str, str] = {word: metric for metric, block in _NOUNS.items() for word in block.split("|")}
"""A metric noun, which a count stands before, to its metric."""

_VERBS: Mapping[str, tuple[str, str]] = {
    "viewed": ("views", "viewers"),
    "watched": ("views", "viewers"),
    "seen": ("views", "viewers"),
    "clicked": ("views", "views"),
    "played": ("streams", ""),
    "streamed": ("streams", "streams"),
    "listened to": ("streams", "streams"),
    "liked": ("likes", "likes"),
    "favorited": ("likes", "likes"),
    "favourited": ("likes", "likes"),
    "upvoted": ("likes", "likes"),
    "downvoted": ("dislikes", "dislikes"),
    "disliked": ("dislikes", "dislikes"),
    "shared": ("shares", "shares"),
    "retweeted": ("shares", "shares"),
    "reposted": ("shares", "shares"),
    "re-tweeted": ("shares", "shares"),
    "downloaded": ("downloads", "downloads"),
    "installed": ("downloads", "downloads"),
    "commented": ("", "comments"),
    "visited": ("visitors", "visitors"),
    "attended": ("", "attendance"),
    "signed": ("signatures", "signatures"),
    "followed": ("", "followers"),
    "subscribed": ("", "subscribers"),
    "read": ("views", "viewers"),
    "tuned in": ("", "viewers"),
    "tuned into": ("", "viewers"),
    "tuned-in": ("", "viewers"),
    "gathered": ("", "attendance"),
    "turned out": ("", "attendance"),
    "marched": ("", "attendance"),
    "rallied": ("", "attendance"),
    "demonstrated": ("", "attendance"),
    "took to the streets": ("", "attendance"),
    "took part": ("", "attendance"),
    "participated": ("", "attendance"),
    "flocked": ("", "attendance"),
    "packed": ("", "attendance"),
    "crowded": ("", "attendance"),
    "filled the": ("", "attendance"),
    "were in attendance": ("", "attendance"),
    "protested": ("", "attendance"),
    "saw": ("", "viewers"),
}
_PRESENT: Mapping[str, str] = {
    "view": "viewed", "watch": "watched", "see": "seen", "like": "liked", "share": "shared", "sign": "signed",
    "attend": "attended", "follow": "followed", "visit": "visited", "download": "downloaded", "stream": "streamed",
    "subscribe": "subscribed", "gather": "gathered", "march": "marched", "rally": "rallied", "tune in": "tuned in",
    "turn out": "turned out", "take to the streets": "took to the streets", "comment": "commented",
    "protest": "protested", "take part": "took part", "attending": "attended", "gathering": "gathered",
    "watching": "watched", "pack": "packed",
}  # fmt: skip
PARTICIPLES: Mapping[str, str] = {verb: times for verb, (times, _) in _VERBS.items() if times}
"""A participle to the metric of its times: "viewed n times"."""

VERBS: Mapping[str, tuple[str, str]] = {**_VERBS} | {form: _VERBS[past] for form, past in _PRESENT.items()}
"""A verb to the metric of its times ("viewed n times") and of its doers ("n people viewed"); empty for none."""

SIGNING = "added their signatures|added their names|put their names|added their name"

GATHERINGS: Mapping[str, str] = {
    "crowd": "attendance",
    "crowds": "attendance",
    "attendance": "attendance",
    "turnout": "attendance",
    "audience": "viewers",
    "viewership": "viewers",
    "gate": "attendance",
    "march": "attendance",
    "marches": "attendance",
    "rally": "attendance",
    "rallies": "attendance",
    "protest": "attendance",
    "protests": "attendance",
    "demonstration": "attendance",
    "vigil": "attendance",
}
"""Nouns that a count follows: "a crowd of n", "an audience of n"."""

EVENTS = word_set("march marches rally rallies protest protests demonstration vigil")
"""Gatherings whose size only "of" introduces."""

PLATFORM = (
    r"twitter|facebook|instagram|youtube|tiktok|weibo|reddit|snapchat|spotify|soundcloud|twitch|telegram|vk|linkedin|pinterest|"
    r"tumblr|periscope|vine|whatsapp|wechat|threads|bluesky|mastodon|vimeo|social media|online|internet|"
    r"web\w*|viral|post\w*|tweet\w*|retweet\w*|video\w*|clips?|footage|accounts?|channels?|pages?|profile|blog\w*|influencers?|hashtag\w*|trailers?|"
    r"photos?|images?|memes?|livestream\w*|podcasts?|users?|sites?|likes|views|comments|forums?|apps?|message|stream\w*|"
    r"messages?|thread|song|game"
)
"""Words that tell of publishing, so that "shares", "hits" and "followers" are an audience's."""

STOCK = (
    r"stocks?|per share|common|outstanding|repurchas\w*|buyback|shareholders?|dividends?|traded?|trading|price[sd]?|"
    r"worth|fund|stake|ipo|float|issu\w+|sold|sells?|bought|buys?|own(?:s|ed)?|class [ab]|holdings?|nasdaq|nyse|"
    r"investors?|equity"
)
FAITH = (
    r"clerics?|sect|church|cult|imam|prophet|guru|preacher|jihad\w*|religion|religious|faith|pastor|messiah|mosque|spiritual|"
    r"islam\w*"
)
"""Words that tell of belief, whose followers are no audience."""


THINGS = word_set("""
    video videos clip clips footage song songs track single album trailer trailers post posts tweet tweets
    petition petitions letter hashtag podcast app game channel page account episode show series film movie
    message photo photos picture image meme concert rally ceremony match event march protest vigil festival
    exhibition museum park site website blog story article broadcast stream streams interview performance
    programme program speech service demonstration recording documentary ad advert advertisement commercial
    thread livestream book novel magazine newspaper tape reel party fair market gallery zoo
    """)
"""Nouns of what is published, shown or held: what a figure may be of."""

_MORE_TRIGGERS = ("times", "were at the", "petition", *SIGNING.split("|"))
TRIGGER_WORDS: Mapping[str, str] = dict.fromkeys((*NOUNS, *VERBS, *GATHERINGS, *_MORE_TRIGGERS), "audience")
