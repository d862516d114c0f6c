import CEnglishModel

extension Pipeline {
    /// The English pipeline that is a part of the program, loaded on first use.
    package static func english() throws(ModelError) -> Pipeline { try loadedEnglish.get() }

    private static let loadedEnglish: Result<Pipeline, ModelError> = Result { () throws(ModelError) in
        try Pipeline(english: .fastest)
    }

    /// Loads the English pipeline that is a part of the program, on the arithmetic that is asked for.
    package init(english kernels: Kernels) throws(ModelError) {
        try self.init(model: Self.englishModel, kernels: kernels)
    }

    /// The bytes of the embedded English model.
    package static var englishModel: [UInt8] {
        Array(UnsafeRawBufferPointer(start: annals_english_model(), count: annals_english_model_size()))
    }
}
