// What the palette offers in a network: where to go, what to begin, what to change, and what is found for the words typed.
import { useSubmit } from "@remix-run/react";
import type { DocumentKind } from "~/domain/documents/document";
import { formatFor } from "~/i18n/format";
import { defaultLanguage, languageCodes, languages } from "~/i18n/languages";
import { useT } from "~/i18n/use-t";
import { CommandPalette } from "~/ui/command-palette";
import type { Destination, NetworkChoice } from "~/ui/frame-rail";
import type { PaletteItem } from "~/ui/palette-item";
import { usePaletteFinds } from "~/ui/use-palette-finds";
import { useReader } from "~/ui/use-reader";

export interface NetworkPaletteProps {
  home: string;
  destinations: readonly Destination[];
  others: readonly NetworkChoice[];
  /** The kinds of documents that one may begin. */
  begins: readonly DocumentKind[];
  isOpen: boolean;
  onClose: () => void;
  /** The list of shortcuts is wanted. */
  onShortcuts: () => void;
}

export function NetworkPalette(props: NetworkPaletteProps) {
  const { home, destinations, others, begins, isOpen, onClose, onShortcuts } = props;
  const t = useT("frame", "documents");
  const choices = useChoices();
  const { finds, onQuery } = usePaletteFinds(`${home}/search`);
  const items: PaletteItem[] = [
    ...destinations.map(({ key, label, to }) => ({ id: key, label, to, group: t("palette.goTo") })),
    ...others.map(({ key, name, to }) => ({ id: key, label: name, to, group: t("palette.goTo") })),
    { id: "first-steps", label: t("menu.firstSteps"), to: `${home}/welcome`, group: t("palette.goTo") },
    { id: "profile", label: t("menu.profile"), to: "/account", group: t("palette.goTo") },
    ...begins.map((kind) => ({
      id: `new-${kind}`,
      label: t("palette.newOf", { kind: t(`documents:kind.${kind}`) }),
      to: `${home}/documents/new?kind=${kind}`,
      group: t("palette.create"),
    })),
    ...choices,
    { id: "shortcuts", label: t("palette.shortcuts"), onChoose: onShortcuts, group: t("palette.change") },
  ];
  return <CommandPalette {...{ isOpen, onClose, onQuery }} items={[...items, ...finds]} />;
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
