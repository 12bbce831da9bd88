// Who one is, at the end of the top bar, and what belongs to oneself rather than to the network.
import { useT } from "~/i18n/use-t";
import { Avatar } from "./avatar";
import { Menu, type MenuItem } from "./menu";

export interface FrameAccountProps {
  name: string;
  email?: string;
  colour: number;
  items: readonly MenuItem[];
}

export function FrameAccount({ name, email, colour, items }: FrameAccountProps) {
  const t = useT("frame");
  return (
    <Menu
      label={t("top.account", { name })}
      buttonClassName="flex-none rounded-part p-1 hover:bg-hover"
      items={items}
      head={
        <div className="mb-1.5 border-b border-line px-2.5 pt-1 pb-2.5">
          <p className="truncate font-semibold">{name}</p>
          {email ? <p className="truncate text-small text-quiet">{email}</p> : null}
        </div>
      }
    >
      <Avatar name={name} colour={colour} />
    </Menu>
  );
}
