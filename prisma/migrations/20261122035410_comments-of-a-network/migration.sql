-- CreateIndex
CREATE INDEX "Comment_networkId_createdAt_idx" ON "Comment"("networkId", "createdAt");
