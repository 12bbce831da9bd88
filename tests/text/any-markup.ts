// Texts of markup thrown together, as nobody would type them.
import fc from "fast-check";

const pieces =
  `[ ] ( ) ! * _ \` ~~ < > & \\ a | - : # @ / " ' { } = ^ + . ? , ; http:// www. a.b mailto: javascript: &#106;
  &colon; [^a] [^a]: [a] [a]: ]( ](x) [x] |-|-| *** \`\`\` ![a](/files/0123456789abcdefghjk/16x9 ![a](/files/0123456789abcdefghjk/16x9) <br/> <script> onerror= \u0000 \u0009 \u202e \ud800 ą 😀`.split(
    /[ \n]+/,
  );

export const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces, " ", "\n", "\n\n", "    ", "> ", "- ", "1. ", "# "),
      fc.string({ unit: "grapheme" }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(""));
