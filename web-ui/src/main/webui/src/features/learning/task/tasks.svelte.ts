import type { LessonTask, Work } from '$api/types';
import { get } from '$lib/http';

/** The tasks of the lesson that is open: asked for once, and known from before where there is no network. */
export class LessonTasks {
  all = $state.raw<LessonTask[] | undefined>(undefined);
  /** When it was asked for last. */
  at = 0;
  readonly #key: string;

  constructor(
    readonly lessonId: string,
    personId: string,
    /** Where they are asked for. */
    readonly address: string,
    private readonly keeps: boolean,
  ) {
    this.#key = `lopmo.tasks.${personId}.${lessonId}`;
    void this.load();
  }

  async load(): Promise<void> {
    this.at = Date.now();
    try {
      this.all = await get<LessonTask[]>(this.address);
      if (this.keeps) localStorage.setItem(this.#key, JSON.stringify(this.all));
    } catch {
      this.all ??= this.#known();
    }
  }

  /** What the school has just taken stands here, whether it can be asked again or not. */
  took(taskId: string, work: Work): void {
    this.all = this.all?.map((task) =>
      task.taskId === taskId
        ? { ...task, works: [work, ...task.works.filter((one) => one.number !== work.number)] }
        : task,
    );
    void this.load();
  }

  of(blockId: string): LessonTask | undefined {
    return this.all?.find((task) => task.blockId === blockId);
  }

  #known(): LessonTask[] {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? '[]') as LessonTask[];
    } catch {
      return [];
    }
  }
}

/** The cards of one page come in the same moment. */
const FRESH = 3000;

let last: { personId: string; tasks: LessonTasks } | undefined;

/** The same for every block of a lesson. */
export function tasksOf(lessonId: string, personId: string, address: string, keeps: boolean): LessonTasks {
  if (last?.personId !== personId || last.tasks.address !== address)
    last = { personId, tasks: new LessonTasks(lessonId, personId, address, keeps) };
  else if (Date.now() - last.tasks.at > FRESH) void last.tasks.load();
  return last.tasks;
}
