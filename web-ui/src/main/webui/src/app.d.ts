declare global {
  namespace App {
    interface Error {
      message: string;
      slug?: string;
    }
    interface PageState {
      /** What this page shows was sent a moment ago. */
      sent?: boolean;
    }
  }
}

export {};
