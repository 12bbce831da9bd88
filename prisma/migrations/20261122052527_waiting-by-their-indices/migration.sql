-- DropIndex
DROP INDEX "Comment_networkId_createdAt_idx";

-- CreateIndex
CREATE INDEX "Comment_parentId_createdAt_idx" ON "Comment"("parentId", "createdAt");

-- CreateIndex
CREATE INDEX "Comment_authorId_createdAt_idx" ON "Comment"("authorId", "createdAt");

-- CreateIndex
CREATE INDEX "Document_responsibleId_idx" ON "Document"("responsibleId");

-- CreateIndex
CREATE INDEX "Document_createdById_idx" ON "Document"("createdById");
