// What is said beside a choice of who sees a text: how many and who, who newly, who no longer.
import type { Choice } from "~/domain/documents/sharing-choices.server";
import { useT } from "~/i18n/use-t";
import { useFormat } from "./use-reader";
import { useSomeNames } from "./use-some-names";

/** Gives the sentences for one choice, the whole first. */
export function useChoiceWords(): (choice: Choice<string>) => string[] {
  const t = useT("sharing", "frame");
  const format = useFormat();
  const someNames = useSomeNames();
  return ({ count, roles, named, gains, loses, isCurrent }) => {
    const parts = roles
      .filter((role) => role.count > 0)
      .map((role) => t("role", { role: t(`frame:role.${role.role}`), number: format.number(role.count) }));
    if (named > 0) parts.push(t("namedPart", { number: format.number(named) }));
    const isSame = !isCurrent && gains.length === 0 && loses.length === 0;
    return [
      ...(isCurrent ? [t("now")] : []),
      t("count", { count, roles: parts.join(", ") }),
      ...(gains.length > 0 ? [t("gains", { count: gains.length, names: someNames(gains) })] : []),
      ...(loses.length > 0 ? [t("loses", { count: loses.length, names: someNames(loses) })] : []),
      ...(isSame ? [t("sameReaders")] : []),
    ];
  };
}
