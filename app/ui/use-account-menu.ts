// What stands in the account menu on every screen: profile, language, colours, signing out.
import { useLocation, useParams } from "@remix-run/react";
import { languageCodes, languages } from "~/i18n/languages";
import { useT } from "~/i18n/use-t";
import type { FrameAccountProps } from "./frame-account";
import type { MenuItem } from "./menu";
import { useReader } from "./use-reader";

const colours = ["system", "light", "dark"] as const;

/** Orders are forms, so that they work without a script; a new language loads the page anew with its words. */
export function useAccountMenu(): FrameAccountProps {
  const t = useT("frame");
  const { person, language, colours: chosen } = useReader();
  const { pathname, search } = useLocation();
  const { network } = useParams();
  const to = `${pathname}${search}`;
  const items: MenuItem[] = [
    { kind: "link", key: "profile", label: t("menu.profile"), to: "/account" },
    ...(person?.administration
      ? [
          {
            kind: "link",
            key: "administration",
            label: person.administration,
            to: "/administration",
          } as const,
        ]
      : []),
    ...(network === undefined
      ? []
      : [
          {
            kind: "link" as const,
            key: "first-steps",
            label: t("menu.firstSteps"),
            to: `/networks/${network}/welcome`,
          },
        ]),
    { kind: "line", key: "line-1" },
    { kind: "heading", key: "colours", label: t("colours.label") },
    {
      kind: "choice",
      key: "colours-of-screen",
      action: "/account",
      fields: { intent: "colours", to },
      name: "colours",
      chosen,
      options: colours.map((value) => ({ value, label: t(`colours.${value}`) })),
    },
    { kind: "line", key: "line-2" },
    {
      kind: "choice",
      key: "language",
      action: "/account",
      fields: { intent: "language", to },
      name: "language",
      chosen: language,
      options: languageCodes.map((code) => ({ value: code, label: languages[code], lang: code })),
      isDocument: true,
    },
    { kind: "line", key: "line-3" },
    {
      kind: "order",
      key: "sign-out",
      label: t("menu.signOut"),
      action: "/sign-out",
      fields: { intent: "sign-out" },
      isDocument: true,
    },
  ];
  return { name: person?.name ?? "", email: person?.email, colour: person?.colour ?? 0, items };
}
