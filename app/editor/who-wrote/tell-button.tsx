// The switch by which the editor tells who wrote what.
import { useT } from "~/i18n/use-t";
import { ToolButton } from "../tool-button";

export interface TellButtonProps {
  isTelling: boolean;
  onTell: () => void;
}

export function TellButton({ isTelling, onTell }: TellButtonProps) {
  const t = useT("documents");
  return <ToolButton name={t("whoWrote")} icon="writers" keys="alt+f9" isOn={isTelling} onPress={onTell} />;
}
