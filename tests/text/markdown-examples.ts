// Every construct of the dialect in small: what CommonMark's description and our own rules tell apart, in words of our own.

/** By what they show. */
export const examples: Record<string, string> = {
  "tabs in code and lists": "\tcode\tinside\n\n- item\n\n\tits second\n\n-\t\tcode in it\n\n>\t\tquoted code",
  rules: "***\n\n- - -\n\n_____\n\ntext\n***\n- * * *\n- b",
  headings:
    "# One\n###### Six\n####### seven is text\n#5 is text\n## closed ##\n# \\#\n#\n##   spaces   #######",
  "underlined headings": "Two\nlines\n===\n\nSecond\n---\n\n> quoted\n---\n\n\\> text\n------",
  "indented code": "    one\n      two\n\n\n    three\n\ntext\n    goes on",
  "fenced code":
    "```js and more\nlet a = `b`;\n```\n\n~~~~\n```\n~~~\n~~~~\n\n```\n\n  \n```\n\n```\n```\n\n``` a&amp;b\\* \nopen",
  paragraphs: "one\ntwo\n\n\nthree  \nfour\\\nfive\n   six   ",
  quotations:
    "> # Head\n> text\nlazy\n>\n> > deeper\n\n> apart\n\n>\n\n> ```\n> code\n> ```\n> - list\n>   more",
  "tight lists": "- a\n- b\n  - c\n    1. d\n- e\n\n  \n* other\n\n3) three\n4) four\n\n7. seven",
  "loose lists": "- a\n\n- b\n\n  second\n\n- c\n\n      code\n\n1. x\n\n   - y\n\n   - z",
  "lists without words":
    "-\n- b\n-\n\n- - a\n  - b\n\n1.\n2. - deep\n\n- # head\n- > quote\n- ```\n  code\n  ```\n-\n\n  not in it",
  "lists beside other blocks":
    "text\n- interrupts\n\ntext\n2. does not\n\n- a\n> quote\n\n- b\n```\ncode\n```\n- c\n***\n- d\n# head",
  "numbers of lists": "0. zero\n1. one\n\n123456789. long\n\n1234567890. text\n\n-1. text",
  tasks:
    "- [ ] open\n- [x] done **well**\n  - [X] nested\n\n1. [ ] first\n2. [x] second\n\n- [ ] loose\n\n- [x] tasks\n\n- [ ]\n- [x]text\n- \\[ ] text",
  "tasks among others": "- [ ] task\n- item\n- [x] task",
  tables:
    "| City | Aim |\n|:--|--:|\n| Alytus | *green* |\n| short |\n| `a\\|b` | x \\| y | too many |\n\n|a|\n|:-:|\n\n| | |\n|-|-|\n| x | |\n\na | b\n- | -\nc",
  "breaks in tables":
    "| a<br>b | c<br/>d |\n|---|---|\n| \\<br> `<br>` | e<BR />f<br> |\n\n## Long<br>heading",
  "signs of their own":
    "\\*a\\* \\_b\\_ \\# \\[c] \\<d> \\&amp; \\\\ \\a &amp; &copy; &#65; &nope; &#0; &nbsp; a&nbsp;b",
  code: "`a` `` b ` c `` ` `` ` ` ` `  ` `\\` `a\nb` ``` open",
  emphasis:
    '*a* _b_ **c** __d__ ***e*** a*b*c a_b_c 5 * 6 * 7 ** a ** *(b)* _"c"_, **a *b* c** *a **b** c* ~~d~~ a~~b~~c ~e~ *a~~b*~~',
  "emphasis without sense": "**a* *a** *a _b* c_ __a *b__ *a [b*](/c) a***b***c ****d**** *a `*` b*",
  links:
    '[a](/b) [c](</d e> "f \\"g\\"") [h]( (i) ) [j](k "l\nm") [*n* `o` \\]](#p) [](/q) [r](<s) [t](u(v)w) [x](/y?a=1&copy=2&amp;b)',
  references: '[a] [B][a] [c][] [d][e]\n\n[a]: /one "title"\n[C]: <two words>\n[e]: #three',
  addresses:
    "https://alytus.example/a_b_c?d=e&f www.alytus.lt officer@alytus.example <https://b.example/ą> <mailto:c@d.example> <e@f.example> https\\://g.example **https://h.example** http://",
  "addresses that lead nowhere": "[a](javascript:b) <ftp://c> [d](//e) [f](data:g)",
  images:
    "![A *square*](https://alytus.example/a.jpg) ![](https://b.example/c) [![Logo](https://d.example)](/e)",
  pictures:
    '![A *square*](/files/0123456789abcdefghjk/1600x1067 "The old \\"square\\" in May") \n\n![](/files/0123456789abcdefghjk/1x1)\n\n> ![quoted](</files/0123456789abcdefghjk/20x30> (in a quotation))\n\n- ![alone](/files/0123456789abcdefghjk/9x9)\n- below\n\n  ![words](/files/0123456789abcdefghjk/9x9)\n\n1. # Head\n   ![below](/files/0123456789abcdefghjk/9x9)\n   - list\n\nNoted[^p].\n\n[^p]: ![in a note](/files/0123456789abcdefghjk/9999x9999)',
  "pictures in tables":
    '| ![a\\|b](/files/0123456789abcdefghjk/9x9) | before |\n|---|---|\n| ![c](/files/0123456789abcdefghjk/9x9 "x\\|y")<br/>below<br/>![d](/files/0123456789abcdefghjk/9x9) | in ![e](/files/0123456789abcdefghjk/9x9) words |',
  "pictures that do not stand alone":
    '# ![Head](/files/0123456789abcdefghjk/9x9)\n\nin ![a sentence](/files/0123456789abcdefghjk/9x9 "title") and ![](/files/0123456789abcdefghjk/9x9) and ![named][p] [^1]\n\n![named][p]\n\n- [ ] ![a task](/files/0123456789abcdefghjk/9x9)\n\n[p]: /files/0123456789abcdefghjk/9x9 "title"',
  "pictures of nothing":
    "![a](/files/0123456789abcdefghjk/0x9)\n\n![b](/files/0123456789abcdefghjk/9x10000)\n\n![c](/files/short/9x9)\n\n![d](/files/0123456789abcdefghjk/9x9?w=1)\n\n![e](/files/0123456789abcdefghjk)",
  "links to documents and people":
    "[Plan](/documents/0123456789abcdefghjk) [*Plan*](/documents/0123456789abcdefghjk) [](/documents/0123456789abcdefghjk) **[a](/documents/0123456789abcdefghjk)** [Far](/networks/x/documents/0123456789abcdefghjk) [@Rasa](/people/0123456789abcdefghjk) [Rasa](/people/0123456789abcdefghjk)",
  footnotes:
    "A[^b] and *B[^a]*, again[^b], none[^x].\n\n[^a]: Second\n[^b]: First\n\n    > with more\n\n    ```\n    code\n    ```\n\nafter\n\n[^c]:\n\n    - alone\n[^c]: twice",
  HTML: "<b>bold</b>\n\n<div>\n*text*\n</div>\n\n<!-- remark --> <!-- guidance -->",
  guidance:
    "<!-- guidance: Say &#38; why -->\n\ntext\n\n- a\n\n  <!-- guidance: in a list -->\n\ntext <!-- guidance: no --> more",
  "letters of all lands": "**Žešuvas** *Iași* — „Botoșani“ \u00a0 **😀**a 日本語**強調**です *é*e\u0301",
  nothing: "",
  "blank lines": "\n \n\t\n",
  "a space that holds a place": "&nbsp;\n\n- &nbsp;\n\n  a\n- [ ] &nbsp;\n\na\\\n&nbsp;",
};
