import { manyByKey, type RequestContext } from '@bureau/subgraph';
import type { GraduationCertificate } from './graduation-certificate.entity.ts';
import { PromotionRepository } from './promotion.repository.ts';

/** The certificates of children. */
export class CertificateService {
  readonly #ofStudent;

  constructor({ session, actor }: RequestContext) {
    const repository = new PromotionRepository(session);
    this.#ofStudent = manyByKey(
      (ids) => repository.listOfStudents(actor.scope.county, ids),
      (certificate) => certificate.studentId,
    );
  }

  listOfStudent(studentId: string): Promise<GraduationCertificate[]> {
    return this.#ofStudent.load(studentId);
  }
}
