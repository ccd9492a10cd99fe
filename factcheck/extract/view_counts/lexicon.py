"""The words that audience figures are told in, by the metric that they count."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.grammar.text import word_set

_NOUNS: Mapping[str, str] = {
    "views": "views|clicks|hits|pageviews|page views|impressions|video views|viewings",
    "viewers": "viewers|watchers|televiewers",
    "visitors": "visitors|visits|unique users|site visits|tourists|holidaymakers",
    "likes": "likes|hearts|upvotes|reactions|thumbs up|thumbs-up|favorites|favourites",
    "dislikes": "dislikes|downvotes|thumbs down",
    "shares": "shares|retweets|reposts|re-tweets|re-posts|reshares|rts",
    "comments": "comments|replies",
    "followers": "followers",
    "subscribers": "subscribers|subscriptions|subs",
    "streams": "streams|plays|listens|listeners",
    "downloads": "downloads|installs|installations",
    "signatures": "signatures|signatories|signers",
    "copies": "copies|tickets|records|albums|singles|books|units|paperbacks|lps|cds",
    "attendance": "attendees|spectators|concertgoers|concert-goers|festivalgoers|festival-goers|participants|"
    "marchers",
}
NOUNS: Mapping[str, str] = {word: metric for metric, block in _NOUNS.items() for word in block.split("|")}
"""A metric noun, which a count stands before, to its metric."""

SINGULARS: Mapping[str, str] = {
    "view": "views", "viewer": "viewers", "visitor": "visitors", "like": "likes",
    "comment": "comments", "follower": "followers", "subscriber": "subscribers", "stream": "streams",
    "listener": "streams", "download": "downloads", "signature": "signatures", "signatory": "signatures",
    "selling": "copies", "seller": "copies",
}  # fmt: skip
"""The metric nouns as they stand in compounds: "a 40,000-signature petition", "its subscriber count"."""

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
    "reacted": ("", "likes"),
    "downvoted": ("dislikes", "dislikes"),
    "disliked": ("dislikes", "dislikes"),
    "shared": ("shares", "shares"),
    "retweeted": ("shares", "shares"),
    "reposted": ("shares", "shares"),
    "re-tweeted": ("shares", "shares"),
    "reshared": ("shares", "shares"),
    "re-shared": ("shares", "shares"),
    "re-posted": ("shares", "shares"),
    "downloaded": ("downloads", "downloads"),
    "installed": ("downloads", "downloads"),
    "commented": ("", "comments"),
    "left comments": ("", "comments"),
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
    "assembled": ("", "attendance"),
    "converged": ("", "attendance"),
    "thronged": ("", "attendance"),
    "lined the": ("", "attendance"),
    "poured into": ("", "attendance"),
    "poured onto": ("", "attendance"),
    "turned out": ("", "attendance"),
    "turned up": ("", "attendance"),
    "came to": ("", "attendance"),
    "went to": ("", "attendance"),
    "come to": ("", "attendance"),
    "showed up": ("", "attendance"),
    "came out": ("", "attendance"),
    "marched": ("", "attendance"),
    "rallied": ("", "attendance"),
    "demonstrated": ("", "attendance"),
    "took to the streets": ("", "attendance"),
    "taken to the streets": ("", "attendance"),
    "taken part": ("", "attendance"),
    "took part": ("", "attendance"),
    "participated": ("", "attendance"),
    "joined": ("", "attendance"),
    "flocked": ("", "attendance"),
    "packed": ("", "attendance"),
    "crammed into": ("", "attendance"),
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
    "turn out": "turned out", "take to the streets": "took to the streets", "comment": "commented", "join": "joined",
    "protest": "protested", "take part": "took part", "listen to": "listened to", "pack": "packed",
    "fill": "filled the", "flock": "flocked", "attending": "attended", "gathering": "gathered", "watching": "watched",
    "marching": "marched", "protesting": "protested", "demonstrating": "demonstrated", "demonstrate": "demonstrated",
    "rallying": "rallied", "following": "followed", "sharing": "shared", "taking part": "took part",
    "tuning in": "tuned in", "viewing": "viewed",
}  # fmt: skip
PARTICIPLES: Mapping[str, str] = {verb: times for verb, (times, _) in _VERBS.items() if times}
"""A participle to the metric of its times: "viewed n times"."""

VERBS: Mapping[str, tuple[str, str]] = {**_VERBS} | {form: _VERBS[past] for form, past in _PRESENT.items()}
"""A verb to the metric of its times ("viewed n times") and of its doers ("n people viewed"); empty for none."""

SIGNING = frozenset({
    "added their signatures", "added their names", "put their names", "put their name", "added their name",
    "have put their names",
})  # fmt: skip
"""What people do who sign."""

GATHERINGS: Mapping[str, str] = {
    "crowd": "attendance",
    "crowds": "attendance",
    "attendance": "attendance",
    "attendances": "attendance",
    "turnout": "attendance",
    "audience": "viewers",
    "audiences": "viewers",
    "viewership": "viewers",
    "ratings": "viewers",
    "following": "followers",
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
"""Those whose size only "of" introduces."""

HAPPENINGS = (
    r"rall(?:y|ies)|protests?|demonstrations?|march(?:es)?|ceremony|ceremonies|concerts?|gigs?|vigils?|funerals?|events?|festivals?|"
    r"fairs?|parades?|carnivals?|conventions?|conferences?|match(?:es)?|games?|finals?|derby|races?|tournaments?|shows?|"
    r"tours?|gatherings?|celebrations?|meetings?|races?|expos?|services?|mass|performances?|regatta|marathon|"
    r"open[ -]day|launch|premiere|walk|picket|strike|sit-in|procession"
)
"""What people attend."""

PLACES = (
    r"museums?|galler(?:y|ies)|parks?|zoos?|castles?|palaces?|cathedrals?|temples?|islands?|resorts?|towns?|city|cities|villages?|"
    r"sites?|beach(?:es)?|attractions?|exhibitions?|exhibits?|gardens?|monuments?|tower|falls|caves?|librar(?:y|ies)|markets?|"
    r"aquariums?|country|region|province|website|memorial|landmark|houses?"
)
"""What people visit."""

PROGRAMMES = (
    r"shows?|series|episodes?|broadcasts?|programmes?|programs?|sitcoms?|dramas?|telecasts?|debates?|newscasts?|bulletins?|"
    r"season|finale|pilot|premiere|soap|network|channel|television|tv|film|documentary|specials?"
)
"""What people watch from afar."""

PLATFORM = (
    r"twitter|facebook|instagram|youtube|tiktok|weibo|reddit|snapchat|spotify|soundcloud|twitch|telegram|vk|linkedin|pinterest|"
    r"tumblr|periscope|vine|whatsapp|wechat|douyin|platform|threads|bluesky|mastodon|vimeo|social media|on x|"
    r"online|internet|web\w*|viral|post\w*|tweet\w*|retweet\w*|video\w*|clips?|reels?|footage|accounts?|channels?|pages?|profile|blog\w*|influencers?|"
    r"hashtag\w*|trailers?|photos?|pictures?|images?|memes?|livestream\w*|podcasts?|users?|sites?|likes|views|comments|"
    r"forums?|apps?|message|stream\w*|messages?|thread|song|game"
)
"""Words that tell of publishing, so that "shares", "hits" and "followers" are an audience's."""

STOCK = (
    r"stocks?|per share|common|outstanding|repurchas\w*|buyback|shareholders?|dividends?|traded?|trading|price[sd]?|"
    r"worth|fund|stake|ipo|float|issu\w+|sold|sells?|bought|buys?|own(?:s|ed)?|class [ab]|holdings?|nasdaq|nyse|"
    r"investors?|equity|apiece"
)
FAITH = (
    r"clerics?|sect|church|cult|imam|prophet|guru|preacher|jihad\w*|religion|religious|faith|pastor|messiah|mosque|spiritual|"
    r"islam\w*|disciples?|rabbi|priest|creed|monk"
)
"""Words that tell of belief, whose followers are no audience."""


PUBLISHED = word_set("""
    video videos clip clips footage song songs track single album trailer trailers post posts tweet tweets reel reels
    petition petitions letter hashtag podcast app game channel page account episode series film movie message photo
    photos picture image meme site website blog story article broadcast stream streams interview programme program
    recording documentary ad advert advertisement commercial thread livestream book novel magazine newspaper tape
    newsletter memoir ballad
    """)
"""Nouns of what is published: what is viewed, shared, downloaded, signed and sold."""

HELD = word_set("""
    concert rally ceremony match event march protest vigil festival exhibition museum park party fair market gallery
    zoo service demonstration
    """)
"""Nouns of what is held or stands open: what is attended and visited."""

BOTH = word_set("show speech performance")
"""Nouns of what is watched from afar as well as attended."""

THINGS = PUBLISHED | HELD | BOTH
"""Nouns of what a figure may be of."""

SELLABLE = (
    r"albums?|singles?|records?|lps?|books?|novels?|memoirs?|songs?|titles?|copies|vinyl|games?|tickets?|paperback|debut|"
    r"hardback"
)
"""What is sold by the copy or the ticket."""

SOFTWARE = (
    r"apps?|software|games?|updates?|extensions?|programs?|tools?|browsers?|plug-?ins?|versions?|android|ios|"
    r"play store|app store"
)
"""What is installed by an audience; workmen install other things."""

DRAWING = (
    r"attracted|attracts|attracting|drew|draws|drawing|brought|pulled|welcomed|welcomes|hosted|hosts|lured|draw|attract|"
    r"drawn|received|receives"
)
"""Verbs of what people come to: "the fair drew 8,000 people"."""

_MORE_TRIGGERS = (
    "times", "were at the", "petition", "sold", "sells", "selling", "in attendance", "-strong", "drew", "draws",
    "attracted", "attracts", "welcomed", "view count", "view counts", "-view", "following of", "following on",
    "following has", *SIGNING,
)  # fmt: skip
_TOO_COMMON = word_set("like see following fill view stream comment join share sharing") | {
    "came to", "come to", "went to",
}  # fmt: skip
"""Words that stand in so many sentences, and lead to a figure in so few, that they make none be read."""

TRIGGER_WORDS: Mapping[str, str] = dict.fromkeys(
    (word for word in (*NOUNS, *SINGULARS, *VERBS, *GATHERINGS, *_MORE_TRIGGERS) if word not in _TOO_COMMON),
    "audience",
)
"""What a number counts of an audience: the metric noun or verb behind it, or the words that lead to it."""
