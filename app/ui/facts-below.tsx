// Lists of facts below the text, so that the text comes first: transfer elements, people met, agreements.
import type { StatedElement, StatedFacts, StatedRows } from "./stated-facts";

/** `lang` is that of the document. */
export function FactsBelow({ elements, tables, lang }: StatedFacts & { lang: string }) {
  return (
    <>
      {elements ? (
        <section aria-labelledby="transfer-elements" className="mt-10">
          <h2 id="transfer-elements" className="mb-3 text-section">
            {elements.label}
          </h2>
          <ol className="elements">
            {elements.list.map((element) => (
              <Element key={element.id} element={element} lang={lang} />
            ))}
          </ol>
        </section>
      ) : null}
      {tables.map((table) => (
        <FactTable key={table.key} table={table} lang={lang} />
      ))}
    </>
  );
}

function Element({ element, lang }: { element: StatedElement; lang: string }) {
  const { id, name, degree, facts } = element;
  return (
    <li id={`element-${id}`}>
      <h3 lang={lang} className="font-serif text-large font-semibold">
        {name}
      </h3>
      <p className="text-small text-quiet">{degree}</p>
      {facts.map(({ label, words, isOwn }) => (
        <p key={label} className="mt-1 whitespace-pre-line">
          <span className="text-quiet">{label}: </span>
          <span lang={isOwn ? lang : undefined}>{words}</span>
        </p>
      ))}
    </li>
  );
}

function FactTable({ table: { key, label, columns, rows }, lang }: { table: StatedRows; lang: string }) {
  return (
    <section aria-labelledby={`facts-${key}`} className="mt-10">
      <h2 id={`facts-${key}`} className="mb-3 text-section">
        {label}
      </h2>
      <table className="ledger" aria-labelledby={`facts-${key}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {cells.map(({ words, isOwn }, place) => (
                <td key={columns[place]} data-label={words === "" ? undefined : columns[place]}>
                  {words === "" ? null : (
                    <span lang={isOwn ? lang : undefined} className="whitespace-pre-line">
                      {words}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
