// What can be done from the keyboard on every screen of a network: the palette, the shortcuts and their list.
import { useNavigate, useSubmit } from "@remix-run/react";
import { lazy, Suspense, useState } from "react";
import type { DocumentKind } from "~/domain/documents/document";
import { formatFor } from "~/i18n/format";
import { defaultLanguage, languageCodes, languages } from "~/i18n/languages";
import { useT } from "~/i18n/use-t";
import { CommandPaletteLater } from "~/ui/command-palette-later";
import { placeOfKind } from "~/ui/document-places";
import type { Destination, NetworkChoice } from "~/ui/frame-rail";
import type { PaletteItem } from "~/ui/palette-item";
import type { Shortcut } from "~/ui/shortcut";
import { useReader } from "~/ui/use-reader";
import { usePaletteFinds } from "~/ui/use-palette-finds";
import { useShortcuts } from "~/ui/use-shortcuts";

const ShortcutsDialog = lazy(async () => ({
  default: (await import("~/ui/shortcuts-dialog")).ShortcutsDialog,
}));

interface CommandsProps {
  home: string;
  destinations: readonly Destination[];
  others: readonly NetworkChoice[];
  /** The kinds of documents that one may begin. */
  begins: readonly DocumentKind[];
  isPaletteOpen: boolean;
  onPalette: (isOpen: boolean) => void;
}

export function Commands({ home, destinations, others, begins, isPaletteOpen, onPalette }: CommandsProps) {
  const t = useT("frame", "documents");
  const navigate = useNavigate();
  const [isListOpen, setListOpen] = useState(false);
  const hasSingleKeys = useReader().person?.hasShortcuts ?? false;
  const choices = useChoices();
  const { finds, onQuery } = usePaletteFinds(`${home}/search`);
  const newDocument = `${home}/documents/new`;
  const items: PaletteItem[] = [
    ...destinations.map(({ key, label, to }) => ({ id: key, label, to, group: t("palette.goTo") })),
    ...others.map(({ key, name, to }) => ({ id: key, label: name, to, group: t("palette.goTo") })),
    { id: "first-steps", label: t("menu.firstSteps"), to: `${home}/welcome`, group: t("palette.goTo") },
    { id: "profile", label: t("menu.profile"), to: "/account", group: t("palette.goTo") },
    ...begins.map((kind) => ({
      id: `new-${kind}`,
      label: t("palette.newOf", { kind: t(`documents:kind.${kind}`) }),
      to: `${newDocument}?kind=${kind}`,
      group: t("palette.create"),
    })),
    ...choices,
    {
      id: "shortcuts",
      label: t("palette.shortcuts"),
      onChoose: () => setListOpen(true),
      group: t("palette.change"),
    },
  ];
  const everywhere: Array<{ keys: string; words: string } | (Shortcut & { words: string })> = [
    { keys: "mod+k", words: t("shortcuts.palette"), run: () => onPalette(true) },
    { keys: "/", words: t("top.search") },
    { keys: "?", words: t("shortcuts.list"), run: () => setListOpen(true) },
    { keys: "g h", words: t("shortcuts.home"), run: () => navigate(home) },
    {
      keys: "g p",
      words: t("shortcuts.practices"),
      run: () => navigate(`${home}${placeOfKind("good-practice").path}`),
    },
    { keys: "g m", words: t("shortcuts.people"), run: () => navigate(`${home}/people`) },
    ...(begins.length > 0
      ? [{ keys: "n", words: t("shortcuts.newDocument"), run: () => navigate(newDocument) }]
      : []),
  ];
  useShortcuts(
    everywhere.flatMap((one) => ("run" in one ? [one] : [])),
    hasSingleKeys,
  );
  const groups = [
    { title: t("shortcuts.everywhere"), shortcuts: everywhere },
    {
      title: t("shortcuts.document"),
      shortcuts: [
        { keys: "e", words: t("shortcuts.edit") },
        { keys: "c", words: t("shortcuts.comment") },
        { keys: "mod+s", words: t("shortcuts.save") },
      ],
    },
    {
      title: t("shortcuts.writing"),
      shortcuts: [
        { keys: "Alt+F10", words: t("shortcuts.tools") },
        { keys: "Esc Tab", words: t("shortcuts.leave") },
        { keys: "Tab", words: t("shortcuts.nextCell") },
        { keys: "↓", words: t("shortcuts.below") },
        { keys: "mod+Shift+f", words: t("shortcuts.find") },
        { keys: "mod+Shift+k", words: t("shortcuts.link") },
      ],
    },
  ];
  return (
    <>
      <CommandPaletteLater
        isOpen={isPaletteOpen}
        onClose={() => onPalette(false)}
        items={[...items, ...finds]}
        onQuery={onQuery}
      />
      {isListOpen ? (
        <Suspense fallback={null}>
          <ShortcutsDialog
            isOpen
            onClose={() => setListOpen(false)}
            groups={groups}
            hasSingleKeys={hasSingleKeys}
          />
        </Suspense>
      ) : null}
    </>
  );
}

/** Colours and languages to change to: the same forms that the account menu posts. */
function useChoices(): PaletteItem[] {
  const t = useT("frame");
  const submit = useSubmit();
  const readersNames = formatFor(useReader().language, "UTC").languageName;
  const englishNames = formatFor(defaultLanguage, "UTC").languageName;
  const group = t("palette.change");
  const post = (fields: Record<string, string>) => {
    const to = `${window.location.pathname}${window.location.search}`;
    submit({ ...fields, to }, { method: "post", action: "/account" });
  };
  return [
    ...(["system", "light", "dark"] as const).map((colours) => ({
      id: colours,
      label: t("palette.colours", { colours: t(`colours.${colours}`) }),
      group,
      onChoose: () => post({ intent: "colours", colours }),
    })),
    ...languageCodes.map((language) => ({
      id: `language-${language}`,
      label: t("palette.language", { language: languages[language] }),
      otherWords: `${readersNames(language)} ${englishNames(language)}`,
      group,
      onChoose: () => postAsPage({ intent: "language", language }),
    })),
  ];
}

/** A new language needs new words: the whole page is loaded with them. */
function postAsPage(fields: Record<string, string>): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/account";
  const to = `${window.location.pathname}${window.location.search}`;
  for (const [name, value] of Object.entries({ ...fields, to })) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
