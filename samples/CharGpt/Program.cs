return CharGpts.CommandLine.Create().Parse(args).Invoke();
