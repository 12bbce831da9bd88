-- CreateTable
CREATE TABLE "AttachedFile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "networkId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "bytes" INTEGER NOT NULL,
    "altText" TEXT NOT NULL DEFAULT '',
    "caption" TEXT NOT NULL DEFAULT '',
    "licence" TEXT NOT NULL DEFAULT '',
    "consent" TEXT NOT NULL DEFAULT 'unknown',
    "isKept" BOOLEAN NOT NULL DEFAULT false,
    "uploadedById" TEXT NOT NULL,
    "uploadedAt" DATETIME NOT NULL,
    "removedAt" DATETIME,
    "replacedById" TEXT,
    CONSTRAINT "AttachedFile_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AttachedFile_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AttachedFile_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AttachedFile_replacedById_fkey" FOREIGN KEY ("replacedById") REFERENCES "AttachedFile" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FileContent" (
    "fileId" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "checkedAt" DATETIME NOT NULL,
    "damagedAt" DATETIME,

    PRIMARY KEY ("fileId", "width"),
    CONSTRAINT "FileContent_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "AttachedFile" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FileInPublication" (
    "documentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "fileId" TEXT NOT NULL,

    PRIMARY KEY ("fileId", "number"),
    CONSTRAINT "FileInPublication_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "AttachedFile" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "AttachedFile_replacedById_key" ON "AttachedFile"("replacedById");

-- CreateIndex
CREATE INDEX "AttachedFile_documentId_uploadedAt_idx" ON "AttachedFile"("documentId", "uploadedAt");

-- CreateIndex
CREATE INDEX "AttachedFile_networkId_bytes_idx" ON "AttachedFile"("networkId", "bytes");

-- CreateIndex
CREATE INDEX "AttachedFile_removedAt_isKept_uploadedAt_idx" ON "AttachedFile"("removedAt", "isKept", "uploadedAt");

-- CreateIndex
CREATE INDEX "FileContent_hash_idx" ON "FileContent"("hash");

-- CreateIndex
CREATE INDEX "FileContent_checkedAt_idx" ON "FileContent"("checkedAt");

-- CreateIndex
CREATE INDEX "FileContent_damagedAt_idx" ON "FileContent"("damagedAt");

-- CreateIndex
CREATE INDEX "FileInPublication_documentId_number_idx" ON "FileInPublication"("documentId", "number");
