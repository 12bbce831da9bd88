// A role that somebody holds; opened, it is changed, ended or handed over.
import { Link } from "@remix-run/react";
import type { Successor } from "~/domain/handovers/reading.server";
import type { PersonRole } from "~/domain/networks/roster.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { buttonClass } from "~/ui/button";
import { Row } from "~/ui/row-list";
import { EndForm } from "./end-form";
import { HandOverForm } from "./hand-over-form";
import { useRoleWords } from "./use-role-words";

interface RoleRowProps {
  role: PersonRole;
  /** Given where the role can be handed over by the reader. */
  successors?: Successor[];
  isOpen: boolean;
  answer?: FormAnswer;
}

export function RoleRow({ role, successors, isOpen, answer }: RoleRowProps) {
  const t = useT("members", "frame");
  const { name, period } = useRoleWords()(role);
  const mayOpen = role.mayChange || successors !== undefined;
  const inside = role.mayChange ? (successors ? "changeOrHandOver" : "change") : "handOver";
  const label = t(`person.${inside}`);
  const labelNamed = t(`person.${inside}Named`, { role: name });
  return (
    <Row
      title={name}
      below={<span className="text-small text-quiet">{period}</span>}
      under={
        isOpen && mayOpen ? (
          <div className="grid gap-8 pb-2">
            {role.mayChange ? <EndForm role={role} name={name} answer={answer} /> : null}
            {successors ? <HandOverForm role={role} successors={successors} answer={answer} /> : null}
          </div>
        ) : null
      }
      isSideLong
      side={
        mayOpen ? (
          <Link
            to={isOpen ? "?" : `?role=${role.membershipId}`}
            preventScrollReset
            className={buttonClass({ size: "small" })}
            aria-label={isOpen ? undefined : labelNamed}
          >
            {isOpen ? t("frame:do.close") : label}
          </Link>
        ) : null
      }
    />
  );
}
