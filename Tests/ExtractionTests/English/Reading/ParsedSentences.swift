import Linguistics

/// The parses of the sentences in these tests, as the embedded pipeline gives them.
enum ParsedSentences {
    /// The parse of a sentence that the tests know; an empty one of any other.
    static func parse(_ sentence: String) -> ParsedText {
        parses[sentence] ?? ParsedText(text: sentence, tokens: [], entities: [], sentences: [])
    }

    private static let parses: [String: ParsedText] = {
        let blocks = conllu.split(separator: "\n\n")
        let pairs = blocks.compactMap { block -> (String, ParsedText)? in
            let words = block.prefix { $0 != "\n" }.dropFirst("# text = ".count)
            return ParsedText(conllu: String(block)).map { (String(words), $0) }
        }
        return Dictionary(pairs) { first, _ in first }
    }()

    private static let conllu = #"""
        # text = The council approved the budget and rejected the bridge.
        1	The	the	DET	DT	_	2	det	_	_
        2	council	council	NOUN	NN	_	3	nsubj	_	_
        3	approved	approve	VERB	VBD	_	0	ROOT	_	_
        4	the	the	DET	DT	_	5	det	_	_
        5	budget	budget	NOUN	NN	_	3	dobj	_	_
        6	and	and	CCONJ	CC	_	3	cc	_	_
        7	rejected	reject	VERB	VBD	_	3	conj	_	_
        8	the	the	DET	DT	_	9	det	_	_
        9	bridge	bridge	NOUN	NN	_	7	dobj	_	SpaceAfter=No
        10	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = Mara Lindqvist refused to sign the treaty.
        1	Mara	Mara	PROPN	NNP	_	2	compound	_	NER=B-PERSON
        2	Lindqvist	Lindqvist	PROPN	NNP	_	3	nsubj	_	NER=I-PERSON
        3	refused	refuse	VERB	VBD	_	0	ROOT	_	_
        4	to	to	PART	TO	_	5	aux	_	_
        5	sign	sign	VERB	VB	_	3	xcomp	_	_
        6	the	the	DET	DT	_	7	det	_	_
        7	treaty	treaty	NOUN	NN	_	5	dobj	_	SpaceAfter=No
        8	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = Norland asked Verania to open the border.
        1	Norland	Norland	PROPN	NNP	_	2	nsubj	_	NER=B-ORG
        2	asked	ask	VERB	VBD	_	0	ROOT	_	_
        3	Verania	Verania	PROPN	NNP	_	2	dobj	_	NER=B-GPE
        4	to	to	PART	TO	_	5	aux	_	_
        5	open	open	VERB	VB	_	2	xcomp	_	_
        6	the	the	DET	DT	_	7	det	_	_
        7	border	border	NOUN	NN	_	5	dobj	_	SpaceAfter=No
        8	.	.	PUNCT	.	_	2	punct	_	SpaceAfter=No

        # text = Norland promised Verania to open the border.
        1	Norland	Norland	PROPN	NNP	_	2	nsubj	_	NER=B-ORG
        2	promised	promise	VERB	VBD	_	0	ROOT	_	_
        3	Verania	Verania	PROPN	NNP	_	2	dobj	_	NER=B-GPE
        4	to	to	PART	TO	_	5	aux	_	_
        5	open	open	VERB	VB	_	2	xcomp	_	_
        6	the	the	DET	DT	_	7	det	_	_
        7	border	border	NOUN	NN	_	5	dobj	_	SpaceAfter=No
        8	.	.	PUNCT	.	_	2	punct	_	SpaceAfter=No

        # text = The dam was built by Delta Works in 1987.
        1	The	the	DET	DT	_	2	det	_	_
        2	dam	dam	NOUN	NN	_	4	nsubjpass	_	_
        3	was	be	AUX	VBD	_	4	auxpass	_	_
        4	built	build	VERB	VBN	_	0	ROOT	_	_
        5	by	by	ADP	IN	_	4	agent	_	_
        6	Delta	Delta	PROPN	NNP	_	7	compound	_	NER=B-ORG
        7	Works	Works	PROPN	NNP	_	5	pobj	_	NER=I-ORG
        8	in	in	ADP	IN	_	4	prep	_	_
        9	1987	1987	NUM	CD	_	8	pobj	_	SpaceAfter=No|NER=B-DATE
        10	.	.	PUNCT	.	_	4	punct	_	SpaceAfter=No

        # text = The mill, which employs 300 people, will close in May.
        1	The	the	DET	DT	_	2	det	_	_
        2	mill	mill	NOUN	NN	_	10	nsubj	_	SpaceAfter=No
        3	,	,	PUNCT	,	_	2	punct	_	_
        4	which	which	PRON	WDT	_	5	nsubj	_	_
        5	employs	employ	VERB	VBZ	_	2	relcl	_	_
        6	300	300	NUM	CD	_	7	nummod	_	NER=B-CARDINAL
        7	people	people	NOUN	NNS	_	5	dobj	_	SpaceAfter=No
        8	,	,	PUNCT	,	_	2	punct	_	_
        9	will	will	AUX	MD	_	10	aux	_	_
        10	close	close	VERB	VB	_	0	ROOT	_	_
        11	in	in	ADP	IN	_	10	prep	_	_
        12	May	May	PROPN	NNP	_	11	pobj	_	SpaceAfter=No|NER=B-DATE
        13	.	.	PUNCT	.	_	10	punct	_	SpaceAfter=No

        # text = The minister who signed the order resigned on Friday.
        1	The	the	DET	DT	_	2	det	_	_
        2	minister	minister	NOUN	NN	_	7	nsubj	_	_
        3	who	who	PRON	WP	_	4	nsubj	_	_
        4	signed	sign	VERB	VBD	_	2	relcl	_	_
        5	the	the	DET	DT	_	6	det	_	_
        6	order	order	NOUN	NN	_	4	dobj	_	_
        7	resigned	resign	VERB	VBD	_	0	ROOT	_	_
        8	on	on	ADP	IN	_	7	prep	_	_
        9	Friday	Friday	PROPN	NNP	_	8	pobj	_	SpaceAfter=No|NER=B-DATE
        10	.	.	PUNCT	.	_	7	punct	_	SpaceAfter=No

        # text = The bridge that the army destroyed was rebuilt.
        1	The	the	DET	DT	_	2	det	_	_
        2	bridge	bridge	NOUN	NN	_	8	nsubjpass	_	_
        3	that	that	PRON	WDT	_	6	dobj	_	_
        4	the	the	DET	DT	_	5	det	_	_
        5	army	army	NOUN	NN	_	6	nsubj	_	_
        6	destroyed	destroy	VERB	VBD	_	2	relcl	_	_
        7	was	be	AUX	VBD	_	8	auxpass	_	_
        8	rebuilt	rebuild	VERB	VBN	_	0	ROOT	_	SpaceAfter=No
        9	.	.	PUNCT	.	_	8	punct	_	SpaceAfter=No

        # text = The mayor, Ada Falk, opened the library.
        1	The	the	DET	DT	_	2	det	_	_
        2	mayor	mayor	NOUN	NN	_	7	nsubj	_	SpaceAfter=No
        3	,	,	PUNCT	,	_	2	punct	_	_
        4	Ada	Ada	PROPN	NNP	_	5	compound	_	NER=B-PERSON
        5	Falk	Falk	PROPN	NNP	_	2	appos	_	SpaceAfter=No|NER=I-PERSON
        6	,	,	PUNCT	,	_	2	punct	_	_
        7	opened	open	VERB	VBD	_	0	ROOT	_	_
        8	the	the	DET	DT	_	9	det	_	_
        9	library	library	NOUN	NN	_	7	dobj	_	SpaceAfter=No
        10	.	.	PUNCT	.	_	7	punct	_	SpaceAfter=No

        # text = Finance minister Jonas Reek met union leaders in Port Sel.
        1	Finance	finance	NOUN	NN	_	2	compound	_	_
        2	minister	minister	NOUN	NN	_	4	compound	_	_
        3	Jonas	Jonas	PROPN	NNP	_	4	compound	_	NER=B-PERSON
        4	Reek	Reek	PROPN	NNP	_	5	nsubj	_	NER=I-PERSON
        5	met	meet	VERB	VBD	_	0	ROOT	_	_
        6	union	union	NOUN	NN	_	7	compound	_	_
        7	leaders	leader	NOUN	NNS	_	5	dobj	_	_
        8	in	in	ADP	IN	_	7	prep	_	_
        9	Port	Port	PROPN	NNP	_	10	compound	_	NER=B-LOC
        10	Sel	Sel	PROPN	NNP	_	8	pobj	_	SpaceAfter=No|NER=I-LOC
        11	.	.	PUNCT	.	_	5	punct	_	SpaceAfter=No

        # text = Doctors and nurses have left the town.
        1	Doctors	doctor	NOUN	NNS	_	5	nsubj	_	_
        2	and	and	CCONJ	CC	_	1	cc	_	_
        3	nurses	nurse	NOUN	NNS	_	1	conj	_	_
        4	have	have	AUX	VBP	_	5	aux	_	_
        5	left	leave	VERB	VBN	_	0	ROOT	_	_
        6	the	the	DET	DT	_	7	det	_	_
        7	town	town	NOUN	NN	_	5	dobj	_	SpaceAfter=No
        8	.	.	PUNCT	.	_	5	punct	_	SpaceAfter=No

        # text = Verania sold grain to Norland and Estova.
        1	Verania	Verania	PROPN	NNP	_	2	nsubj	_	NER=B-GPE
        2	sold	sell	VERB	VBD	_	0	ROOT	_	_
        3	grain	grain	NOUN	NN	_	2	dobj	_	_
        4	to	to	ADP	IN	_	2	dative	_	_
        5	Norland	Norland	PROPN	NNP	_	4	pobj	_	NER=B-ORG
        6	and	and	CCONJ	CC	_	5	cc	_	_
        7	Estova	Estova	PROPN	NNP	_	5	conj	_	SpaceAfter=No|NER=B-ORG
        8	.	.	PUNCT	.	_	2	punct	_	SpaceAfter=No

        # text = The village has no school.
        1	The	the	DET	DT	_	2	det	_	_
        2	village	village	NOUN	NN	_	3	nsubj	_	_
        3	has	have	VERB	VBZ	_	0	ROOT	_	_
        4	no	no	DET	DT	_	5	det	_	_
        5	school	school	NOUN	NN	_	3	dobj	_	SpaceAfter=No
        6	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = The company never paid the fine.
        1	The	the	DET	DT	_	2	det	_	_
        2	company	company	NOUN	NN	_	4	nsubj	_	_
        3	never	never	ADV	RB	_	4	neg	_	_
        4	paid	pay	VERB	VBD	_	0	ROOT	_	_
        5	the	the	DET	DT	_	6	det	_	_
        6	fine	fine	NOUN	NN	_	4	dobj	_	SpaceAfter=No
        7	.	.	PUNCT	.	_	4	punct	_	SpaceAfter=No

        # text = The army did not shell or bomb the town.
        1	The	the	DET	DT	_	2	det	_	_
        2	army	army	NOUN	NN	_	5	nsubj	_	_
        3	did	do	AUX	VBD	_	5	aux	_	_
        4	not	not	PART	RB	_	5	neg	_	_
        5	shell	shell	VERB	VB	_	0	ROOT	_	_
        6	or	or	CCONJ	CC	_	5	cc	_	_
        7	bomb	bomb	VERB	VB	_	5	conj	_	_
        8	the	the	DET	DT	_	9	det	_	_
        9	town	town	NOUN	NN	_	7	dobj	_	SpaceAfter=No
        10	.	.	PUNCT	.	_	5	punct	_	SpaceAfter=No

        # text = Hanne Roth has yet to answer the letter.
        1	Hanne	Hanne	PROPN	NNP	_	2	compound	_	NER=B-PERSON
        2	Roth	Roth	PROPN	NNP	_	3	nsubj	_	NER=I-PERSON
        3	has	have	VERB	VBZ	_	0	ROOT	_	_
        4	yet	yet	ADV	RB	_	3	advmod	_	_
        5	to	to	PART	TO	_	6	aux	_	_
        6	answer	answer	VERB	VB	_	3	xcomp	_	_
        7	the	the	DET	DT	_	8	det	_	_
        8	letter	letter	NOUN	NN	_	6	dobj	_	SpaceAfter=No
        9	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = The bank failed to warn its clients.
        1	The	the	DET	DT	_	2	det	_	_
        2	bank	bank	NOUN	NN	_	3	nsubj	_	_
        3	failed	fail	VERB	VBD	_	0	ROOT	_	_
        4	to	to	PART	TO	_	5	aux	_	_
        5	warn	warn	VERB	VB	_	3	xcomp	_	_
        6	its	its	PRON	PRP$	_	7	poss	_	_
        7	clients	client	NOUN	NNS	_	5	dobj	_	SpaceAfter=No
        8	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = Norland may close its embassy.
        1	Norland	Norland	PROPN	NNP	_	3	nsubj	_	NER=B-ORG
        2	may	may	AUX	MD	_	3	aux	_	_
        3	close	close	VERB	VB	_	0	ROOT	_	_
        4	its	its	PRON	PRP$	_	5	poss	_	_
        5	embassy	embassy	NOUN	NN	_	3	dobj	_	SpaceAfter=No
        6	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = The talks will probably resume on Monday.
        1	The	the	DET	DT	_	2	det	_	_
        2	talks	talk	NOUN	NNS	_	5	nsubj	_	_
        3	will	will	AUX	MD	_	5	aux	_	_
        4	probably	probably	ADV	RB	_	5	advmod	_	_
        5	resume	resume	VERB	VB	_	0	ROOT	_	_
        6	on	on	ADP	IN	_	5	prep	_	_
        7	Monday	Monday	PROPN	NNP	_	6	pobj	_	SpaceAfter=No|NER=B-DATE
        8	.	.	PUNCT	.	_	5	punct	_	SpaceAfter=No

        # text = The union plans to strike.
        1	The	the	DET	DT	_	2	det	_	_
        2	union	union	NOUN	NN	_	3	nsubj	_	_
        3	plans	plan	VERB	VBZ	_	0	ROOT	_	_
        4	to	to	PART	TO	_	5	aux	_	_
        5	strike	strike	VERB	VB	_	3	xcomp	_	SpaceAfter=No
        6	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = The governor would like to visit Estova.
        1	The	the	DET	DT	_	2	det	_	_
        2	governor	governor	NOUN	NN	_	4	nsubj	_	_
        3	would	would	AUX	MD	_	4	aux	_	_
        4	like	like	VERB	VB	_	0	ROOT	_	_
        5	to	to	PART	TO	_	6	aux	_	_
        6	visit	visit	VERB	VB	_	4	xcomp	_	_
        7	Estova	Estova	PROPN	NNP	_	6	dobj	_	SpaceAfter=No|NER=B-ORG
        8	.	.	PUNCT	.	_	4	punct	_	SpaceAfter=No

        # text = If the river rises, the town will flood.
        1	If	if	SCONJ	IN	_	4	mark	_	_
        2	the	the	DET	DT	_	3	det	_	_
        3	river	river	NOUN	NN	_	4	nsubj	_	_
        4	rises	rise	VERB	VBZ	_	9	advcl	_	SpaceAfter=No
        5	,	,	PUNCT	,	_	9	punct	_	_
        6	the	the	DET	DT	_	7	det	_	_
        7	town	town	NOUN	NN	_	9	nsubj	_	_
        8	will	will	AUX	MD	_	9	aux	_	_
        9	flood	flood	VERB	VB	_	0	ROOT	_	SpaceAfter=No
        10	.	.	PUNCT	.	_	9	punct	_	SpaceAfter=No

        # text = The firm is expected to buy the mine.
        1	The	the	DET	DT	_	2	det	_	_
        2	firm	firm	NOUN	NN	_	4	nsubjpass	_	_
        3	is	be	AUX	VBZ	_	4	auxpass	_	_
        4	expected	expect	VERB	VBN	_	0	ROOT	_	_
        5	to	to	PART	TO	_	6	aux	_	_
        6	buy	buy	VERB	VB	_	4	xcomp	_	_
        7	the	the	DET	DT	_	8	det	_	_
        8	mine	mine	NOUN	NN	_	6	dobj	_	SpaceAfter=No
        9	.	.	PUNCT	.	_	4	punct	_	SpaceAfter=No

        # text = The government allowed the paper to appear.
        1	The	the	DET	DT	_	2	det	_	_
        2	government	government	NOUN	NN	_	3	nsubj	_	_
        3	allowed	allow	VERB	VBD	_	0	ROOT	_	_
        4	the	the	DET	DT	_	5	det	_	_
        5	paper	paper	NOUN	NN	_	7	nsubj	_	_
        6	to	to	PART	TO	_	7	aux	_	_
        7	appear	appear	VERB	VB	_	3	ccomp	_	SpaceAfter=No
        8	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = Rebels are believed to hold the fort.
        1	Rebels	rebel	NOUN	NNS	_	3	nsubjpass	_	_
        2	are	be	AUX	VBP	_	3	auxpass	_	_
        3	believed	believe	VERB	VBN	_	0	ROOT	_	_
        4	to	to	PART	TO	_	5	aux	_	_
        5	hold	hold	VERB	VB	_	3	xcomp	_	_
        6	the	the	DET	DT	_	7	det	_	_
        7	fort	fort	NOUN	NN	_	5	dobj	_	SpaceAfter=No
        8	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = The office is unlikely to reopen.
        1	The	the	DET	DT	_	2	det	_	_
        2	office	office	NOUN	NN	_	3	nsubj	_	_
        3	is	be	AUX	VBZ	_	0	ROOT	_	_
        4	unlikely	unlikely	ADJ	JJ	_	3	acomp	_	_
        5	to	to	PART	TO	_	6	aux	_	_
        6	reopen	reopen	VERB	VB	_	4	xcomp	_	SpaceAfter=No
        7	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = The witness no longer works for the port.
        1	The	the	DET	DT	_	2	det	_	_
        2	witness	witness	NOUN	NN	_	5	nsubj	_	_
        3	no	no	ADV	RB	_	4	neg	_	_
        4	longer	long	ADV	RBR	_	5	advmod	_	_
        5	works	work	VERB	VBZ	_	0	ROOT	_	_
        6	for	for	ADP	IN	_	5	prep	_	_
        7	the	the	DET	DT	_	8	det	_	_
        8	port	port	NOUN	NN	_	6	pobj	_	SpaceAfter=No
        9	.	.	PUNCT	.	_	5	punct	_	SpaceAfter=No

        # text = The president denied that the army had attacked the town.
        1	The	the	DET	DT	_	2	det	_	_
        2	president	president	NOUN	NN	_	3	nsubj	_	_
        3	denied	deny	VERB	VBD	_	0	ROOT	_	_
        4	that	that	SCONJ	IN	_	8	mark	_	_
        5	the	the	DET	DT	_	6	det	_	_
        6	army	army	NOUN	NN	_	8	nsubj	_	_
        7	had	have	AUX	VBD	_	8	aux	_	_
        8	attacked	attack	VERB	VBN	_	3	ccomp	_	_
        9	the	the	DET	DT	_	10	det	_	_
        10	town	town	NOUN	NN	_	8	dobj	_	SpaceAfter=No
        11	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = The editor said that the paper would appear on Monday.
        1	The	the	DET	DT	_	2	det	_	_
        2	editor	editor	NOUN	NN	_	3	nsubj	_	_
        3	said	say	VERB	VBD	_	0	ROOT	_	_
        4	that	that	SCONJ	IN	_	8	mark	_	_
        5	the	the	DET	DT	_	6	det	_	_
        6	paper	paper	NOUN	NN	_	8	nsubj	_	_
        7	would	would	AUX	MD	_	8	aux	_	_
        8	appear	appear	VERB	VB	_	3	ccomp	_	_
        9	on	on	ADP	IN	_	8	prep	_	_
        10	Monday	Monday	PROPN	NNP	_	9	pobj	_	SpaceAfter=No|NER=B-DATE
        11	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = Officials told the Courier that the dam was leaking, according to a report.
        1	Officials	official	NOUN	NNS	_	2	nsubj	_	_
        2	told	tell	VERB	VBD	_	0	ROOT	_	_
        3	the	the	DET	DT	_	4	det	_	_
        4	Courier	courier	NOUN	NN	_	2	dobj	_	NER=B-ORG
        5	that	that	PRON	WDT	_	9	dobj	_	_
        6	the	the	DET	DT	_	7	det	_	_
        7	dam	dam	NOUN	NN	_	9	nsubj	_	_
        8	was	be	AUX	VBD	_	9	aux	_	_
        9	leaking	leak	VERB	VBG	_	2	ccomp	_	SpaceAfter=No
        10	,	,	PUNCT	,	_	2	punct	_	_
        11	according	accord	VERB	VBG	_	2	prep	_	_
        12	to	to	ADP	IN	_	11	prep	_	_
        13	a	a	DET	DT	_	14	det	_	_
        14	report	report	NOUN	NN	_	12	pobj	_	SpaceAfter=No
        15	.	.	PUNCT	.	_	2	punct	_	SpaceAfter=No

        # text = The dam is leaking, the Water Office said.
        1	The	the	DET	DT	_	2	det	_	_
        2	dam	dam	NOUN	NN	_	4	nsubj	_	_
        3	is	be	AUX	VBZ	_	4	aux	_	_
        4	leaking	leak	VERB	VBG	_	9	ccomp	_	SpaceAfter=No
        5	,	,	PUNCT	,	_	9	punct	_	_
        6	the	the	DET	DT	_	8	det	_	NER=B-ORG
        7	Water	Water	PROPN	NNP	_	8	compound	_	NER=I-ORG
        8	Office	Office	PROPN	NNP	_	9	nsubj	_	NER=I-ORG
        9	said	say	VERB	VBD	_	0	ROOT	_	SpaceAfter=No
        10	.	.	PUNCT	.	_	9	punct	_	SpaceAfter=No

        # text = The Herald, citing two officials, reported that the port had closed.
        1	The	the	DET	DT	_	2	det	_	_
        2	Herald	Herald	PROPN	NNP	_	8	nsubj	_	SpaceAfter=No
        3	,	,	PUNCT	,	_	8	punct	_	_
        4	citing	cite	VERB	VBG	_	8	advcl	_	_
        5	two	two	NUM	CD	_	6	nummod	_	NER=B-CARDINAL
        6	officials	official	NOUN	NNS	_	4	dobj	_	SpaceAfter=No
        7	,	,	PUNCT	,	_	8	punct	_	_
        8	reported	report	VERB	VBD	_	0	ROOT	_	_
        9	that	that	SCONJ	IN	_	13	mark	_	_
        10	the	the	DET	DT	_	11	det	_	_
        11	port	port	NOUN	NN	_	13	nsubj	_	_
        12	had	have	AUX	VBD	_	13	aux	_	_
        13	closed	close	VERB	VBN	_	8	ccomp	_	SpaceAfter=No
        14	.	.	PUNCT	.	_	8	punct	_	SpaceAfter=No

        # text = "The road is open," said police chief Ines Dahl.
        1	"	"	PUNCT	``	_	8	punct	_	SpaceAfter=No
        2	The	the	DET	DT	_	3	det	_	_
        3	road	road	NOUN	NN	_	4	nsubj	_	_
        4	is	be	AUX	VBZ	_	8	ccomp	_	_
        5	open	open	ADJ	JJ	_	4	acomp	_	SpaceAfter=No
        6	,	,	PUNCT	,	_	8	punct	_	SpaceAfter=No
        7	"	"	PUNCT	''	_	8	punct	_	_
        8	said	say	VERB	VBD	_	0	ROOT	_	_
        9	police	police	NOUN	NN	_	10	compound	_	_
        10	chief	chief	NOUN	NN	_	12	compound	_	_
        11	Ines	Ines	PROPN	NNPS	_	12	compound	_	NER=B-PERSON
        12	Dahl	Dahl	PROPN	NNP	_	8	nsubj	_	SpaceAfter=No|NER=I-PERSON
        13	.	.	PUNCT	.	_	8	punct	_	SpaceAfter=No

        # text = The charity accused the army of burning crops.
        1	The	the	DET	DT	_	2	det	_	_
        2	charity	charity	NOUN	NN	_	3	nsubj	_	_
        3	accused	accuse	VERB	VBD	_	0	ROOT	_	_
        4	the	the	DET	DT	_	5	det	_	_
        5	army	army	NOUN	NN	_	3	dobj	_	_
        6	of	of	ADP	IN	_	5	prep	_	_
        7	burning	burn	VERB	VBG	_	6	pcomp	_	_
        8	crops	crop	NOUN	NNS	_	7	dobj	_	SpaceAfter=No
        9	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = The ministry did not say whether the pilot had survived.
        1	The	the	DET	DT	_	2	det	_	_
        2	ministry	ministry	NOUN	NN	_	5	nsubj	_	_
        3	did	do	AUX	VBD	_	5	aux	_	_
        4	not	not	PART	RB	_	5	neg	_	_
        5	say	say	VERB	VB	_	0	ROOT	_	_
        6	whether	whether	SCONJ	IN	_	10	mark	_	_
        7	the	the	DET	DT	_	8	det	_	_
        8	pilot	pilot	NOUN	NN	_	10	nsubj	_	_
        9	had	have	AUX	VBD	_	10	aux	_	_
        10	survived	survive	VERB	VBN	_	5	ccomp	_	SpaceAfter=No
        11	.	.	PUNCT	.	_	5	punct	_	SpaceAfter=No

        # text = Jonas Reek visited Estova on Tuesday.
        1	Jonas	Jonas	PROPN	NNP	_	2	compound	_	NER=B-PERSON
        2	Reek	Reek	PROPN	NNP	_	3	nsubj	_	NER=I-PERSON
        3	visited	visit	VERB	VBD	_	0	ROOT	_	_
        4	Estova	Estova	PROPN	NNP	_	3	dobj	_	NER=B-PERSON
        5	on	on	ADP	IN	_	3	prep	_	_
        6	Tuesday	Tuesday	PROPN	NNP	_	5	pobj	_	SpaceAfter=No|NER=B-DATE
        7	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = He met the president.
        1	He	he	PRON	PRP	_	2	nsubj	_	_
        2	met	meet	VERB	VBD	_	0	ROOT	_	_
        3	the	the	DET	DT	_	4	det	_	_
        4	president	president	NOUN	NN	_	2	dobj	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	2	punct	_	SpaceAfter=No

        # text = She opened the library.
        1	She	she	PRON	PRP	_	2	nsubj	_	_
        2	opened	open	VERB	VBD	_	0	ROOT	_	_
        3	the	the	DET	DT	_	4	det	_	_
        4	library	library	NOUN	NN	_	2	dobj	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	2	punct	_	SpaceAfter=No

        # text = Reek said that he would return.
        1	Reek	Reek	PROPN	NNP	_	2	nsubj	_	_
        2	said	say	VERB	VBD	_	0	ROOT	_	_
        3	that	that	SCONJ	IN	_	6	mark	_	_
        4	he	he	PRON	PRP	_	6	nsubj	_	_
        5	would	would	AUX	MD	_	6	aux	_	_
        6	return	return	VERB	VB	_	2	ccomp	_	SpaceAfter=No
        7	.	.	PUNCT	.	_	2	punct	_	SpaceAfter=No

        # text = The port authority closed the harbour in March.
        1	The	the	DET	DT	_	3	det	_	_
        2	port	port	NOUN	NN	_	3	compound	_	_
        3	authority	authority	NOUN	NN	_	4	nsubj	_	_
        4	closed	close	VERB	VBD	_	0	ROOT	_	_
        5	the	the	DET	DT	_	6	det	_	_
        6	harbour	harbour	NOUN	NN	_	4	dobj	_	_
        7	in	in	ADP	IN	_	4	prep	_	_
        8	March	March	PROPN	NNP	_	7	pobj	_	SpaceAfter=No|NER=B-DATE
        9	.	.	PUNCT	.	_	4	punct	_	SpaceAfter=No

        # text = It reopened the harbour in June.
        1	It	it	PRON	PRP	_	2	nsubj	_	_
        2	reopened	reopen	VERB	VBD	_	0	ROOT	_	_
        3	the	the	DET	DT	_	4	det	_	_
        4	harbour	harbour	NOUN	NN	_	2	dobj	_	_
        5	in	in	ADP	IN	_	2	prep	_	_
        6	June	June	PROPN	NNP	_	5	pobj	_	SpaceAfter=No|NER=B-DATE
        7	.	.	PUNCT	.	_	2	punct	_	SpaceAfter=No

        # text = Workers left the plant.
        1	Workers	worker	NOUN	NNS	_	2	nsubj	_	_
        2	left	leave	VERB	VBD	_	0	ROOT	_	_
        3	the	the	DET	DT	_	4	det	_	_
        4	plant	plant	NOUN	NN	_	2	dobj	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	2	punct	_	SpaceAfter=No

        # text = Their union had called a strike.
        1	Their	their	PRON	PRP$	_	2	poss	_	_
        2	union	union	NOUN	NN	_	4	nsubj	_	_
        3	had	have	AUX	VBD	_	4	aux	_	_
        4	called	call	VERB	VBN	_	0	ROOT	_	_
        5	a	a	DET	DT	_	6	det	_	_
        6	strike	strike	NOUN	NN	_	4	dobj	_	SpaceAfter=No
        7	.	.	PUNCT	.	_	4	punct	_	SpaceAfter=No

        # text = The commander of the northern fleet, Karl Brandt, said that repairs would cost 45 million crowns.
        1	The	the	DET	DT	_	2	det	_	_
        2	commander	commander	NOUN	NN	_	11	nsubj	_	_
        3	of	of	ADP	IN	_	2	prep	_	_
        4	the	the	DET	DT	_	6	det	_	_
        5	northern	northern	ADJ	JJ	_	6	amod	_	_
        6	fleet	fleet	NOUN	NN	_	3	pobj	_	SpaceAfter=No
        7	,	,	PUNCT	,	_	2	punct	_	_
        8	Karl	Karl	PROPN	NNP	_	9	compound	_	NER=B-PERSON
        9	Brandt	Brandt	PROPN	NNP	_	2	appos	_	SpaceAfter=No|NER=I-PERSON
        10	,	,	PUNCT	,	_	2	punct	_	_
        11	said	say	VERB	VBD	_	0	ROOT	_	_
        12	that	that	SCONJ	IN	_	15	mark	_	_
        13	repairs	repair	NOUN	NNS	_	15	nsubj	_	_
        14	would	would	AUX	MD	_	15	aux	_	_
        15	cost	cost	VERB	VB	_	11	ccomp	_	_
        16	45	45	NUM	CD	_	17	compound	_	NER=B-CARDINAL
        17	million	million	NUM	CD	_	18	nummod	_	NER=I-CARDINAL
        18	crowns	crown	NOUN	NNS	_	15	dobj	_	SpaceAfter=No
        19	.	.	PUNCT	.	_	11	punct	_	SpaceAfter=No

        # text = There are talks between Norland and Verania.
        1	There	there	PRON	EX	_	2	expl	_	_
        2	are	be	VERB	VBP	_	0	ROOT	_	_
        3	talks	talk	NOUN	NNS	_	2	attr	_	_
        4	between	between	ADP	IN	_	3	prep	_	_
        5	Norland	Norland	PROPN	NNP	_	4	pobj	_	NER=B-ORG
        6	and	and	CCONJ	CC	_	5	cc	_	_
        7	Verania	Verania	PROPN	NNP	_	5	conj	_	SpaceAfter=No|NER=B-GPE
        8	.	.	PUNCT	.	_	2	punct	_	SpaceAfter=No

        # text = The plan to build a road was dropped.
        1	The	the	DET	DT	_	2	det	_	_
        2	plan	plan	NOUN	NN	_	8	nsubjpass	_	_
        3	to	to	PART	TO	_	4	aux	_	_
        4	build	build	VERB	VB	_	2	acl	_	_
        5	a	a	DET	DT	_	6	det	_	_
        6	road	road	NOUN	NN	_	4	dobj	_	_
        7	was	be	AUX	VBD	_	8	auxpass	_	_
        8	dropped	drop	VERB	VBN	_	0	ROOT	_	SpaceAfter=No
        9	.	.	PUNCT	.	_	8	punct	_	SpaceAfter=No

        # text = Ships carrying grain reached the port of Sel on 3 May 2021.
        1	Ships	ship	NOUN	NNS	_	4	nsubj	_	_
        2	carrying	carry	VERB	VBG	_	1	acl	_	_
        3	grain	grain	NOUN	NN	_	2	dobj	_	_
        4	reached	reach	VERB	VBD	_	0	ROOT	_	_
        5	the	the	DET	DT	_	6	det	_	_
        6	port	port	NOUN	NN	_	4	dobj	_	_
        7	of	of	ADP	IN	_	6	prep	_	_
        8	Sel	Sel	PROPN	NNP	_	7	pobj	_	NER=B-NORP
        9	on	on	ADP	IN	_	4	prep	_	_
        10	3	3	NUM	CD	_	11	nummod	_	NER=B-DATE
        11	May	May	PROPN	NNP	_	9	pobj	_	NER=I-DATE
        12	2021	2021	NUM	CD	_	11	nummod	_	SpaceAfter=No|NER=I-DATE
        13	.	.	PUNCT	.	_	4	punct	_	SpaceAfter=No

        # text = The firm paid $4.2 billion for the mine.
        1	The	the	DET	DT	_	2	det	_	_
        2	firm	firm	NOUN	NN	_	3	nsubj	_	_
        3	paid	pay	VERB	VBD	_	0	ROOT	_	_
        4	$	$	SYM	$	_	6	quantmod	_	SpaceAfter=No|NER=B-MONEY
        5	4.2	4.2	NUM	CD	_	6	compound	_	NER=I-MONEY
        6	billion	billion	NUM	CD	_	3	dobj	_	NER=I-MONEY
        7	for	for	ADP	IN	_	3	prep	_	_
        8	the	the	DET	DT	_	9	det	_	_
        9	mine	mine	NOUN	NN	_	7	pobj	_	SpaceAfter=No
        10	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = More than 300 people signed the petition.
        1	More	More	ADJ	JJR	_	3	amod	_	NER=B-CARDINAL
        2	than	than	ADP	IN	_	3	quantmod	_	NER=I-CARDINAL
        3	300	300	NUM	CD	_	4	nummod	_	NER=I-CARDINAL
        4	people	people	NOUN	NNS	_	5	nsubj	_	_
        5	signed	sign	VERB	VBD	_	0	ROOT	_	_
        6	the	the	DET	DT	_	7	det	_	_
        7	petition	petition	NOUN	NN	_	5	dobj	_	SpaceAfter=No
        8	.	.	PUNCT	.	_	5	punct	_	SpaceAfter=No

        # text = Prices rose 3 percent in April.
        1	Prices	price	NOUN	NNS	_	2	nsubj	_	_
        2	rose	rise	VERB	VBD	_	0	ROOT	_	_
        3	3	3	NUM	CD	_	4	nummod	_	NER=B-PERCENT
        4	percent	percent	NOUN	NN	_	2	npadvmod	_	NER=I-PERCENT
        5	in	in	ADP	IN	_	2	prep	_	_
        6	April	April	PROPN	NNP	_	5	pobj	_	SpaceAfter=No|NER=B-DATE
        7	.	.	PUNCT	.	_	2	punct	_	SpaceAfter=No

        # text = Estova has controlled the island since 1995.
        1	Estova	Estova	PROPN	NNP	_	3	nsubj	_	NER=B-ORG
        2	has	have	AUX	VBZ	_	3	aux	_	_
        3	controlled	control	VERB	VBN	_	0	ROOT	_	_
        4	the	the	DET	DT	_	5	det	_	_
        5	island	island	NOUN	NN	_	3	dobj	_	_
        6	since	since	SCONJ	IN	_	3	prep	_	_
        7	1995	1995	NUM	CD	_	6	pobj	_	SpaceAfter=No|NER=B-DATE
        8	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = The judge sentenced Karl Brandt to six years in prison for taking bribes.
        1	The	the	DET	DT	_	2	det	_	_
        2	judge	judge	NOUN	NN	_	3	nsubj	_	_
        3	sentenced	sentence	VERB	VBD	_	0	ROOT	_	_
        4	Karl	Karl	PROPN	NNP	_	5	compound	_	NER=B-PERSON
        5	Brandt	Brandt	PROPN	NNP	_	3	dobj	_	NER=I-PERSON
        6	to	to	ADP	IN	_	3	prep	_	_
        7	six	six	NUM	CD	_	8	nummod	_	NER=B-DATE
        8	years	year	NOUN	NNS	_	6	pobj	_	NER=I-DATE
        9	in	in	ADP	IN	_	8	prep	_	_
        10	prison	prison	NOUN	NN	_	9	pobj	_	_
        11	for	for	ADP	IN	_	3	prep	_	_
        12	taking	take	VERB	VBG	_	11	pcomp	_	_
        13	bribes	bribe	NOUN	NNS	_	12	dobj	_	SpaceAfter=No
        14	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = The court is to hear the case in May.
        1	The	the	DET	DT	_	2	det	_	_
        2	court	court	NOUN	NN	_	3	nsubj	_	_
        3	is	be	AUX	VBZ	_	0	ROOT	_	_
        4	to	to	PART	TO	_	5	aux	_	_
        5	hear	hear	VERB	VB	_	3	xcomp	_	_
        6	the	the	DET	DT	_	7	det	_	_
        7	case	case	NOUN	NN	_	5	dobj	_	_
        8	in	in	ADP	IN	_	5	prep	_	_
        9	May	May	PROPN	NNP	_	8	pobj	_	SpaceAfter=No|NER=B-DATE
        10	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No

        # text = Norland cut its ties with Verania in 2009 because of the war.
        1	Norland	Norland	PROPN	NNP	_	2	nsubj	_	NER=B-ORG
        2	cut	cut	VERB	VBD	_	0	ROOT	_	_
        3	its	its	PRON	PRP$	_	4	poss	_	_
        4	ties	tie	NOUN	NNS	_	2	dobj	_	_
        5	with	with	ADP	IN	_	4	prep	_	_
        6	Verania	Verania	PROPN	NNP	_	5	pobj	_	NER=B-GPE
        7	in	in	ADP	IN	_	2	prep	_	_
        8	2009	2009	NUM	CD	_	7	pobj	_	NER=B-DATE
        9	because	because	SCONJ	IN	_	2	prep	_	_
        10	of	of	ADP	IN	_	9	pcomp	_	_
        11	the	the	DET	DT	_	12	det	_	_
        12	war	war	NOUN	NN	_	9	pobj	_	SpaceAfter=No
        13	.	.	PUNCT	.	_	2	punct	_	SpaceAfter=No

        # text = After lacking funds for years, the theatre – a brick hall – reopened in 2019.
        1	After	after	ADP	IN	_	14	prep	_	_
        2	lacking	lack	VERB	VBG	_	1	pcomp	_	_
        3	funds	fund	NOUN	NNS	_	2	dobj	_	_
        4	for	for	ADP	IN	_	2	prep	_	_
        5	years	year	NOUN	NNS	_	4	pobj	_	SpaceAfter=No|NER=B-DATE
        6	,	,	PUNCT	,	_	14	punct	_	_
        7	the	the	DET	DT	_	8	det	_	_
        8	theatre	theatre	NOUN	NN	_	14	nsubj	_	_
        9	–	–	PUNCT	:	_	8	punct	_	_
        10	a	a	DET	DT	_	12	det	_	_
        11	brick	brick	NOUN	NN	_	12	compound	_	_
        12	hall	hall	NOUN	NN	_	8	appos	_	_
        13	–	–	PUNCT	:	_	8	punct	_	_
        14	reopened	reopen	VERB	VBN	_	0	ROOT	_	_
        15	in	in	ADP	IN	_	14	prep	_	_
        16	2019	2019	NUM	CD	_	15	pobj	_	SpaceAfter=No|NER=B-DATE
        17	.	.	PUNCT	.	_	14	punct	_	SpaceAfter=No

        # text = "We will fight," the union's head, Leona Vask, said.
        1	"	"	PUNCT	``	_	15	punct	_	SpaceAfter=No
        2	We	we	PRON	PRP	_	4	nsubj	_	_
        3	will	will	AUX	MD	_	4	aux	_	_
        4	fight	fight	VERB	VB	_	15	ccomp	_	SpaceAfter=No
        5	,	,	PUNCT	,	_	15	punct	_	SpaceAfter=No
        6	"	"	PUNCT	''	_	15	punct	_	_
        7	the	the	DET	DT	_	8	det	_	_
        8	union	union	NOUN	NN	_	10	poss	_	SpaceAfter=No
        9	's	's	PART	POS	_	8	case	_	_
        10	head	head	NOUN	NN	_	15	nsubj	_	SpaceAfter=No
        11	,	,	PUNCT	,	_	10	punct	_	_
        12	Leona	Leona	PROPN	NNP	_	13	compound	_	NER=B-PERSON
        13	Vask	Vask	PROPN	NNP	_	10	appos	_	SpaceAfter=No|NER=I-PERSON
        14	,	,	PUNCT	,	_	10	punct	_	_
        15	said	say	VERB	VBD	_	0	ROOT	_	SpaceAfter=No
        16	.	.	PUNCT	.	_	15	punct	_	SpaceAfter=No

        """#
}
