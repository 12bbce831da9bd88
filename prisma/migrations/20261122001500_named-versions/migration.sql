-- CreateTable
CREATE TABLE "NamedVersion" (
    "documentId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "networkId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "namedById" TEXT NOT NULL,
    "namedAt" DATETIME NOT NULL,

    PRIMARY KEY ("documentId", "revision"),
    CONSTRAINT "NamedVersion_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "NamedVersion_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "NamedVersion_namedById_fkey" FOREIGN KEY ("namedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
