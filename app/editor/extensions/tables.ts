// Tables: mended only by whoever writes in them, since all that have a document open would mend it at once, each adding cells.
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Plugin } from "@tiptap/pm/state";
import { tableEditing } from "@tiptap/pm/tables";
import { isFromOthers } from "./from-others";

const TableMendedByItsWriter = Table.extend({
  addProseMirrorPlugins() {
    const { spec } = tableEditing();
    const mend = spec.appendTransaction;
    return [
      new Plugin({
        ...spec,
        appendTransaction(transactions, before, after) {
          const isOwn = transactions.some((one) => one.docChanged && !isFromOthers(one));
          // Compared with itself nothing has changed: only the selection is looked after.
          return mend?.call(this, transactions, isOwn ? before : after, after);
        },
      }),
    ];
  },
}).configure({ resizable: false, renderWrapper: true, View: null });

export const tableNodes = [TableMendedByItsWriter, TableRow, TableCell, TableHeader];
