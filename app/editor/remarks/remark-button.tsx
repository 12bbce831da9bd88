// The button by which one remarks on what is marked, or shows and hides what is said.
import { useT } from "~/i18n/use-t";
import { ToolButton } from "../tool-button";

export interface RemarkButtonProps {
  isRemarking: boolean;
  onRemark: () => void;
}

export function RemarkButton({ isRemarking, onRemark }: RemarkButtonProps) {
  const t = useT("comments");
  return (
    <ToolButton name={t("title")} icon="comment" keys="mod+alt+m" isOn={isRemarking} onPress={onRemark} />
  );
}
