import Testing

/// A page in one of the ways in which news are put into HTML, and what a reader should find in it.
struct SamplePage: CustomTestStringConvertible {
    let name: String
    let html: String
    /// Title, source, published, updated, URL, language; nothing where the page does not say.
    let known: [String]
    /// The prose, in order.
    let prose: [String]

    var testDescription: String { name }

    static let all = [blog, soup, tables, encyclopedia, magazine]

    static let blog = SamplePage(
        name: "a weblog with its theme around it",
        html: """
            <!DOCTYPE html>
            <html lang="en-GB"><head><meta charset="utf-8"><title>Harbour reopens &#8211; Coast Courier</title>
            <link rel="canonical" href="https://example.org/harbour">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},
            {"@type":"NewsArticle","headline":"Harbour reopens","datePublished":"2021-03-04T09:15:00+00:00",
            "dateModified":"2021-03-05T10:00:00+00:00","publisher":{"@id":"#org"}},
            {"@type":"Organization","@id":"#org","name":"Coast Courier"}]}</script>
            <style>p > a { color: red }</style></head>
            <body class="post-template"><div id="page"><header id="masthead"><a href="/">Coast Courier</a>
            <nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
            <main><article class="post"><header><h1>Harbour reopens</h1><span class="byline">By Jane Doe</span></header>
            <div class="sharedaddy"><a href="#">Share on Facebook</a> or send it to a friend who lives by the sea</div>
            <div class="entry-content">
            <p>The old harbour of <a href="/t/lindholm">Lindholm</a> reopened on Monday after <b>two years</b> of repairs.</p>
            <p>&ldquo;Ships are back,&rdquo; the mayor, Ada Berg, said.&nbsp; She put the cost at&nbsp;&euro;12 million.</p>
            <script>document.write("<p>Not a word of the report.</p>")</script>
            <h2>What comes next</h2>
            <ul><li>The northern pier will open in May.</li><li>The lighthouse will stay closed.</li></ul>
            <p><a href="/more">Read more: Ferry line closes after a hundred years at sea</a></p>
            <p>The town council will vote on a <em>second</em> pier in June<span class="screen-reader-text"> (opens in a new tab)</span>.</p>
            </div>
            <div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p>A ferry ran aground near the harbour last week.</p></div>
            </article>
            <div id="comments" class="comments-area"><ol><li><p>I never liked that harbour, and I have lived here for long.</p></li>
            <li><p>My cousin worked on it and he says that it was all done twice.</p></li></ol></div></main>
            <aside class="widget-area"><p>Sign up for our letter and hear of all that the coast has to tell.</p></aside>
            </div><footer><p>&copy; 2021 Coast Courier. All rights reserved.</p></footer></body></html>
            """,
        known: [
            "Harbour reopens", "Coast Courier", "2021-03-04T09:15:00+00:00", "2021-03-05T10:00:00+00:00",
            "https://example.org/harbour", "en-GB",
        ],
        prose: [
            "The old harbour of Lindholm reopened on Monday after two years of repairs.",
            "\"Ships are back,\" the mayor, Ada Berg, said. She put the cost at €12 million.",
            "The northern pier will open in May.", "The lighthouse will stay closed.",
            "The town council will vote on a second pier in June.",
        ])

    static let soup = SamplePage(
        name: "nothing but div elements, paragraphs by line breaks",
        html: """
            <html><head><title>Dam fills - Valley News</title>
            <meta name="application-name" content="Valley News"><meta name="pubdate" content="2019-08-02 06:30"></head>
            <body><div class=wrap><div class=top><a href=/>Home</a> | <a href=/w>World</a> | <a href=/l>Local</a></div>
            <div class=cols><div class=c1><div class=h>Dam fills</div><div class=txt>
            The dam above Tarn filled for the first time since 2012, the water board said on Friday.<br><br>
            Heavy rain in July had raised the lake by eleven metres.<br/>
            Engineers opened two gates at night.<br />
            <br />
            Farmers below the dam were told to move their herds, and most of them did so within the day.</div>
            <div class=i>Foto <a href=/p1>one</a>, <a href=/p2>two</a></div></div>
            <div class=c2><div><a href=/a>Bridge closed for a week</a></div><div><a href=/b>School wins a prize in maths</a></div>
            <div><a href=/c>Mill burns down at night</a></div><div><a href=/d>Mayor resigns over a dog</a></div></div></div>
            <div class=f>Valley News, 4 Mill Lane</div></div></body></html>
            """,
        known: ["Dam fills", "Valley News", "2019-08-02T06:30:00", "", "", ""],
        prose: [
            "The dam above Tarn filled for the first time since 2012, the water board said on Friday.",
            "Heavy rain in July had raised the lake by eleven metres. Engineers opened two gates at night.",
            "Farmers below the dam were told to move their herds, and most of them did so within the day.",
        ])

    static let tables = SamplePage(
        name: "an old page of tables, tags in capitals and left open",
        html: """
            <HTML><HEAD><TITLE>Border talks</TITLE><META NAME=date CONTENT=1999-11-03></HEAD>
            <BODY BGCOLOR=#ffffff><TABLE WIDTH=600 BORDER=0><TR><TD COLSPAN=2><FONT SIZE=1><A HREF=index.htm>Index</A>
            <A HREF=arch.htm>Archive</A></FONT></TD></TR><TR><TD VALIGN=top><A HREF=1.htm>Story one</A><BR><A HREF=2.htm>Story two</A>
            <TD><FONT FACE=Arial><H1>Border talks</H1>
            <P>Two neighbours met on the border on Tuesday & agreed to open one road to lorries.
            <P><B>The road had been closed for nine years, and 1 < 2 was all that a guard would say.
            <P>A treaty is to follow in spring, their ministers said after the meeting.</FONT>
            <TABLE><TR><TD>Lorries a day<TD>40<TR><TD>Guards<TD>12</TABLE>
            </TABLE><!-- counter --></BODY></HTML>
            """,
        known: ["Border talks", "", "1999-11-03", "", "", ""],
        prose: [
            "Two neighbours met on the border on Tuesday & agreed to open one road to lorries.",
            "The road had been closed for nine years, and 1 < 2 was all that a guard would say.",
            "A treaty is to follow in spring, their ministers said after the meeting.",
        ])

    static let encyclopedia = SamplePage(
        name: "an article of an encyclopedia with its boxes and notes",
        html: """
            <!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"/><title>Lindholm – Open Almanac</title>
            <meta property="og:title" content="Lindholm - Open Almanac"><meta property="og:site_name" content="Open Almanac"></head><body>
            <div id="mw-navigation"><ul><li><a href="/m">Main page</a></li></ul></div>
            <div id="content"><h1>Lindholm</h1><div id="bodyContent"><div class="mw-parser-output">
            <div class="hatnote">This is about the town, for other uses see the list of places of that name.</div>
            <table class="infobox"><tr><th>Country</th><td>Norland</td></tr><tr><td>Founded by a king of the north in 1231.</td></tr></table>
            <p><b>Lindholm</b> is a town in <a href="/n">Norland</a>.<sup id="r1" class="reference"><a href="#n1">[1]</a></sup> It had
            4,120 inhabitants in 2020.<sup class="reference"><a href="#n2">[2]</a></sup></p>
            <h2>History<span class="mw-editsection">[<a href="/e">edit</a>]</span></h2>
            <p>It was founded in 1231 on an area of 9&nbsp;km<sup>2</sup> and burned on the 5<sup>th</sup> of May 1702.[3]</p>
            <table class="wikitable"><tr><th>Year</th><th>People</th></tr><tr><td>1900</td><td>2,000</td></tr></table>
            <h2>References</h2><div class="reflist"><ol><li>A history of Lindholm, printed in Lindholm in 1950.</li></ol></div>
            <div class="navbox"><a href="/x">Towns of Norland</a></div></div></div></div>
            <div id="footer"><ul><li>This page was last edited on 3 May 2021.</li></ul></div></body></html>
            """,
        known: ["Lindholm", "Open Almanac", "", "", "", "en"],
        prose: [
            "Lindholm is a town in Norland. It had 4,120 inhabitants in 2020.",
            "It was founded in 1231 on an area of 9 km2 and burned on the 5th of May 1702.",
        ])

    static let magazine = SamplePage(
        name: "a magazine with boxes between the paragraphs",
        html: """
            <!doctype html><html lang=en><head><meta property="og:title" content="The last miller | The Weekly Plough"/>
            <meta property="og:site_name" content="The Weekly Plough"/><meta property="og:url" content="https://example.org/miller"/>
            <meta property="article:published_time" content="2022-10-01T08:00:00.000Z"/>
            <script type="application/ld+json">[{"@type":["ReportageNewsArticle"],"headline":"The last miller &amp; his dog"}]</script></head>
            <body><div class="cookie-banner"><p>We use cookies to make this site work as well as it can for all of you.</p></div>
            <div class="site-header"><nav>Menu</nav></div>
            <main id="main" class="has-sidebar share-enabled"><article itemscope itemtype="https://schema.org/NewsArticle">
            <header><h1>The last miller</h1><p class="standfirst">In the hills one man still grinds by water.</p>
            <time datetime="2022-10-01">1 October 2022</time></header>
            <figure><img src=a.jpg alt="A mill"><figcaption>The mill at Oby was built in 1740. <span>(photo credit: A. Doe)</span></figcaption></figure>
            <section><p>Tom Oby rises at four. &#8220;The river doesn&#8217;t wait,&#8221; he says.</p>
            <div class="ad-slot"><p>Advertisement for shoes which are so good that you will never take them off</p></div>
            <p>His father ground 900&thinsp;tonnes a year &mdash; he grinds ninety.</p></section>
            <aside><h4>More on mills</h4><p>There were 300 mills in the county once, says a book.</p></aside>
            <section><blockquote><p>Nobody wants to learn it.</p></blockquote>
            <p>Advertisement</p><p>The county paid him &pound;2,000 in 2021 <!-- sic -->for repairs.</p>
            <div class="newsletter-signup"><form action=/s><p>Get the best of the plough each week.</p><input name=e></form></div>
            <p hidden>Hidden words are no words.</p><p style="display: none">Nor are these.</p></section>
            <ul class="tags"><li><a href=/t>Mills</a></li></ul></article></main>
            <div class="recirc"><article><p>Another report of the week, which is on another page.</p></article></div></body></html>
            """,
        known: [
            "The last miller", "The Weekly Plough", "2022-10-01T08:00:00Z", "", "https://example.org/miller", "en",
        ],
        prose: [
            "In the hills one man still grinds by water.", "The mill at Oby was built in 1740. (photo credit: A. Doe)",
            "Tom Oby rises at four. \"The river doesn't wait,\" he says.",
            "His father ground 900 tonnes a year – he grinds ninety.", "Nobody wants to learn it.",
            "The county paid him £2,000 in 2021 for repairs.",
        ])
}
