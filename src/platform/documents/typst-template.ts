/**
 * The whole PDF in Typst. The document comes as JSON through `sys.inputs`: its texts are values and never source, so nothing in them
 * can be read as markup.
 */
export const TYPST_TEMPLATE = `
#let doc = json(bytes(sys.inputs.document))
#let slate = rgb("#2b4257")
#let brick = rgb("#a23e20")
#let soft = rgb("#5b6670")
#let ground = rgb("#f4f1ec")
#let line-colour = rgb("#c9c4bb")

#let lines(value) = value.split("\\n").join(linebreak())

#set document(title: doc.title, author: doc.author, date: datetime(year: doc.year, month: doc.month, day: doc.day))
#set page(
  paper: "a4",
  margin: (top: 26mm, bottom: 22mm, x: 20mm),
  header: text(size: 8.5pt, fill: soft, {
    grid(columns: (1fr, auto), column-gutter: 8mm, doc.header.start, doc.header.end)
    v(-0.6em)
    line(length: 100%, stroke: 0.5pt + line-colour)
  }),
  footer: context text(size: 8.5pt, fill: soft, align(end, doc.pages.replace("{n}", str(counter(page).get().first())).replace("{of}", str(counter(page).final().first())))),
)
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"), size: 10.5pt, lang: doc.language, hyphenate: false)
#set smartquote(enabled: false)
#set par(leading: 0.62em, spacing: 0.95em)
#set list(marker: [•], indent: 2mm)
#show heading: set text(fill: slate)
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 1): set block(below: 1em)
#show heading.where(level: 2): it => block(above: 1.9em, below: 0.9em, width: 100%, stroke: (bottom: 1pt + brick), inset: (bottom: 4pt), text(size: 14pt, it.body))
#show heading.where(level: 3): set text(size: 12pt)
#show heading.where(level: 3): set block(above: 1.5em, below: 0.8em)
#show heading.where(level: 4): set text(size: 10.5pt)
#show heading.where(level: 4): set block(above: 1.3em, below: 0.7em)
#show figure: set block(breakable: true, above: 1.2em, below: 1.4em)
#show figure.caption: it => block(width: 100%, sticky: true, align(start, text(size: 9.5pt, weight: "bold", fill: slate, it.body)))
#set figure.caption(position: top)
#set table(stroke: none, inset: (x: 5pt, y: 4.5pt))

#let table-of(b) = {
  set par(justify: false)
  let last = b.rows.len()
  figure(
    kind: table, supplement: none, numbering: none, caption: lines(b.caption),
    block(width: 100%, text(size: 9.5pt, hyphenate: true, table(
      columns: b.columns.map(c => c.share * 1fr),
      align: (x, y) => if b.columns.at(x).end { end } else { start },
      fill: (x, y) => if y == 0 { ground } else { none },
      stroke: (x, y) => (bottom: 0.5pt + (if y == 0 { slate } else { line-colour }), top: if b.total and y == last { 1pt + slate } else { none }),
      table.header(..b.columns.map(c => strong(c.label))),
      ..b.rows.enumerate().map(((i, row)) => row.map(cell => if b.total and i == last - 1 { strong(lines(cell)) } else { lines(cell) })).flatten(),
    ))),
  )
}

#let block-of(b) = {
  if b.kind == "heading" { heading(level: b.level, lines(b.text)) }
  else if b.kind == "paragraph" {
    if b.tone == "lead" { block(below: 1.1em, sticky: true, par(text(size: 13pt, fill: slate, weight: "bold", lines(b.text)))) }
    else if b.tone == "note" { block(sticky: true, par(text(size: 9.5pt, fill: soft, lines(b.text)))) }
    else { par(lines(b.text)) }
  }
  else if b.kind == "quote" {
    block(inset: (left: 4mm, y: 1mm), stroke: (left: 2pt + line-colour), quote(block: false, quotes: false, text(style: "italic", lines(b.text))))
    if b.source != none { block(above: 0.5em, below: 1.4em, inset: (left: 4mm), text(size: 9pt, fill: soft, lines(b.source))) }
  }
  else if b.kind == "list" { list(..b.items.map(lines)) }
  else if b.kind == "definitions" {
    set terms(separator: h(3mm), hanging-indent: 4.8cm, spacing: 0.6em)
    let term(value) = box(width: 4.5cm, text(fill: slate, value))
    block(above: 1.2em, below: 1.3em, terms(..b.items.map(i => terms.item(term(lines(i.term)), lines(i.value)))))
  }
  else if b.kind == "table" { table-of(b) }
  else if b.kind == "notice" {
    block(width: 100%, fill: ground, inset: 4mm, radius: 1mm, stroke: (left: 3pt + if b.tone == "warning" { brick } else { slate }), {
      if b.title != none { strong(lines(b.title)); linebreak() }
      lines(b.text)
    })
  }
  else if b.kind == "code" {
    block(width: 100%, fill: ground, inset: 3mm, radius: 1mm, text(font: "DejaVu Sans Mono", size: 8pt, hyphenate: false, lines(b.text)))
  }
}

#heading(level: 1, lines(doc.title))
#for b in doc.blocks { block-of(b) }
`;
