// What a form's fields promise to whoever cannot see them, before any script has run.
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { fetchShelf, i18nWith } from "~/i18n/words";
import { Avatar } from "~/ui/avatar";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";

const words = i18nWith("en", await fetchShelf("en", "reading"));
const html = (element: ReactElement) =>
  renderToStaticMarkup(createElement(I18nextProvider, { i18n: words }, element));

test("a field is described by its hint and by what is wrong with it", () => {
  const field = html(
    <Field id="name" name="name" label="Name" hint="As others see it." error="Fill this in." />,
  );
  expect(field).toContain('<label for="name"');
  expect(field).toContain('aria-describedby="name-hint name-error"');
  expect(field).toContain('aria-invalid="true"');
});

test("a field keeps what was typed", () => {
  expect(html(<Field name="title" label="Title" defaultValue={'5G & "Nokia"'} />)).toContain(
    'value="5G &amp; &quot;Nokia&quot;"',
  );
});

test("a field that was refused for its length says how much is too much", () => {
  expect(html(<Field name="title" label="Title" limit={200} defaultValue={"a".repeat(203)} />)).toContain(
    "3 characters too many",
  );
});

test("a form without errors has no summary", () => {
  expect(html(<ErrorSummary errors={[]} />)).toBe("");
});

test("each line of the summary leads to its field", () => {
  const summary = html(
    <ErrorSummary errors={[{ fieldId: "title", label: "Title", message: "Fill this in." }]} />,
  );
  expect(summary).toContain('href="#title"');
  expect(summary).toContain("Title: Fill this in.");
});

test("a colour beyond the twelve is one of the twelve", () => {
  expect(html(<Avatar name="Ilze Kalniņa" colour={13} />)).toContain("var(--person-1)");
  expect(html(<Avatar name="Ilze Kalniņa" colour={0} />)).toContain("var(--person-12)");
});
