-- AlterTable
ALTER TABLE "Document" ADD COLUMN "followsRevision" INTEGER;
