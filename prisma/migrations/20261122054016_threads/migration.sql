-- Remarks become threads. Columns are added to the table as it stands: made anew, it would lose which answer belongs to which remark.
-- AlterTable
ALTER TABLE "Comment" ADD COLUMN "kind" TEXT;
ALTER TABLE "Comment" ADD COLUMN "readers" TEXT NOT NULL DEFAULT 'all';
ALTER TABLE "Comment" ADD COLUMN "resolvedAt" DATETIME;
ALTER TABLE "Comment" ADD COLUMN "resolvedById" TEXT REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Comment" ADD COLUMN "outcome" TEXT;
ALTER TABLE "Comment" ADD COLUMN "outcomeReason" TEXT;
ALTER TABLE "Comment" ADD COLUMN "assigneeId" TEXT REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Comment" ADD COLUMN "dueOn" TEXT;

-- CreateIndex
CREATE INDEX "Comment_assigneeId_createdAt_idx" ON "Comment"("assigneeId", "createdAt");
