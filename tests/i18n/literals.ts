// Finds the words of a component that come from no catalogue, with TypeScript's own parser.
import ts from "typescript";

/** Attributes whose text people see or hear. */
const spokenAttributes = new Set([
  "title",
  "aria-label",
  "aria-description",
  "aria-placeholder",
  "aria-roledescription",
  "aria-valuetext",
  "placeholder",
  "alt",
  "label",
  "summary",
]);

/** The product's name, and the names on keys, are the same in every language. */
const allowed = new Set(["Torg"]);
const keyNames = new Set(["Ctrl", "Cmd", "Alt", "Shift", "Esc", "Enter", "Tab"]);

/** Every string with letters that a component shows or says literally, as `line: text`. */
export function literalsIn(fileName: string, source: string): string[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];

  const report = (node: ts.Node, text: string) => {
    const words = text.replace(/\s+/g, " ").trim();
    if (!/\p{L}/u.test(words) || allowed.has(words)) return;
    if (isInside(node, "kbd") && (keyNames.has(words) || words.length === 1)) return;
    found.push(`${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}: ${words}`);
  };

  /** Reports the literals that an expression may come to. What a function is given is not what is shown. */
  const shown = (node: ts.Node | undefined): void => {
    if (!node) return;
    if (ts.isStringLiteralLike(node)) return report(node, node.text);
    if (ts.isTemplateExpression(node)) {
      report(node, node.head.text);
      for (const span of node.templateSpans) {
        shown(span.expression);
        report(span, span.literal.text);
      }
    } else if (ts.isConditionalExpression(node)) {
      shown(node.whenTrue);
      shown(node.whenFalse);
    } else if (ts.isBinaryExpression(node)) {
      const isChoice = [
        ts.SyntaxKind.AmpersandAmpersandToken,
        ts.SyntaxKind.BarBarToken,
        ts.SyntaxKind.QuestionQuestionToken,
        ts.SyntaxKind.PlusToken,
      ].includes(node.operatorToken.kind);
      if (!isChoice) return;
      if (node.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken) shown(node.left);
      shown(node.right);
    } else if (
      ts.isParenthesizedExpression(node) ||
      ts.isAsExpression(node) ||
      ts.isNonNullExpression(node)
    ) {
      shown(node.expression);
    } else if (ts.isArrayLiteralExpression(node)) {
      node.elements.forEach(shown);
    }
  };

  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) report(node, node.text);
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) shown(node.expression);
    else if (ts.isJsxAttribute(node) && spokenAttributes.has(node.name.getText(file))) {
      const given = node.initializer;
      shown(given && ts.isJsxExpression(given) ? given.expression : given);
    } else if (ts.isPropertyAssignment(node) && isMetaTitle(node)) shown(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** `{ title: … }`, as a route's `meta` gives the name of its page. */
function isMetaTitle(node: ts.PropertyAssignment): boolean {
  return ts.isIdentifier(node.name) && node.name.text === "title";
}

function isInside(node: ts.Node, tag: string): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (ts.isJsxElement(parent) && parent.openingElement.tagName.getText() === tag) return true;
  }
  return false;
}
