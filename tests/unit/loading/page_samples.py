"""A page of ours, as news sites build them, and the same report as a text."""

from __future__ import annotations

import json

TITLE = "Aldmoor closes its harbour bridge after crack is found"

TOLD = (
    "Aldmoor closed its harbour bridge on Tuesday after engineers found a crack as long as a hand in the northern "
    "pier, the town council said.",
    "The bridge carries some 14,000 cars a day, and the ferry that replaces it can take no more than sixty at a time.",
    "“We would rather be late than sorry,” said Nora Whitlock, who leads the town's office for roads and bridges.",
    "What happens next",
    "Divers are to look at the foundations on Thursday, and steel plates for the pier are ordered from Port Selwick.",
    "The repair is expected to take six weeks and to cost 2.3 million crowns, of which the county pays half.",
)

TEXT = "\n\n".join((TITLE, *TOLD)) + "\n"

DATA = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "@id": "#paper", "name": "Harbour Gazette Media"},
        {
            "@type": "NewsArticle",
            "headline": TITLE,
            "datePublished": "2031-03-04T18:20:00+01:00",
            "dateModified": "2031-03-05T07:00:00+01:00",
            "author": [{"@type": "Person", "name": "By Ida Brandt"}, {"@type": "Person", "name": "Jon Reyes"}],
            "publisher": {"@id": "#paper"},
        },
    ],
}

PAGE = f"""<!DOCTYPE html>
<html lang="en"><head>
<meta charset="utf-8"><title>{TITLE} | Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette">
<link rel="canonical" href="https://www.harbourgazette.example/2031/bridge">
<script type="application/ld+json">{json.dumps(DATA)}</script>
<script>document.write("<p>written by a script</p>")</script><style>p {{ color: red }}</style>
</head><body class="home has-sidebar no-ads">
<header class="site-header"><a href="/">Harbour Gazette</a>
<nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/sea">Sea</a></li></ul></nav>
</header>
<div id="cookie-banner"><p>We use cookies to make this site work and to count its readers.</p>
<button>Accept all</button></div>
<main><article>
<h1>{TITLE}</h1>
<p class="byline">By Ida Brandt and Jon Reyes</p>
<time datetime="2031-03-04T18:20:00+01:00">4 March 2031</time>
<div class="share-tools"><a href="#">Share</a><a href="#">Tweet</a><a href="javascript:steal()">Print</a></div>
<figure><img src="a.jpg" alt="not shown">
<figcaption>The bridge before it was closed to all traffic.</figcaption></figure>
<div class="story-body">
<p>{TOLD[0]}</p>
<p>{TOLD[1]}</p>
<aside class="newsletter-signup"><p>Get our morning letter from the harbour every day.</p></aside>
<p>{TOLD[2]}</p>
<h2>{TOLD[3]}</h2>
<p>{TOLD[4]}</p>
<div class="advert"><span>Paint for boats, now cheaper than ever before</span></div>
<p>{TOLD[5]}</p>
<p class="correction">Correction: An earlier version of this article gave another length for the crack.</p>
<p>(Reporting by Ida Brandt; Editing by Jon Reyes)</p>
</div>
<div class="author-bio"><p>Ida Brandt has written about roads and bridges for the Gazette since 2024.</p></div>
</article>
<section class="related-stories"><h3>More from the coast</h3>
<ul><li><a href="/1">Ferry captain retires after forty years at sea</a></li>
<li><a href="/2">Storm keeps the fishing boats of Aldmoor in port</a></li></ul></section>
<section id="comments"><h3>12 comments</h3><p>I have said for years that this bridge would not last.</p></section>
<div class="paywall"><p>Readers with an account see more.</p></div>
</main>
<p hidden>Nobody sees this line of the page.</p><p style="display: none">Nor this one.</p>
<span class="sr-only">Only for screen readers</span>
<footer><p>© 2031 Harbour Gazette</p></footer>
</body></html>
"""
